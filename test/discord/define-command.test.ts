import { ApplicationCommandOptionType, ApplicationCommandType, InteractionContextType } from 'discord.js';
import { describe, expectTypeOf, test } from 'vitest';

import { defineCommandGroup, defineSubcommand } from '../../src/discord/define-command.ts';
import { say } from '../support/sample-jobs.ts';

const described = {
  name_localizations: {},
  description: 'Of a test',
  description_localizations: {},
} as const;
const option = { ...described, type: ApplicationCommandOptionType.String } as const;

describe('a subcommand', () => {
  test('knows the options that it declares, whether they are there, and no others', () => {
    const edit = defineSubcommand({
      definition: {
        ...described,
        type: ApplicationCommandOptionType.Subcommand,
        name: 'edit',
        options: [
          { ...option, name: 'entry', required: true },
          { ...option, name: 'tags', required: false },
        ],
      },
      audience: 'moderators',
      visibility: 'private',
      run({ options }) {
        expectTypeOf(options.entry).toEqualTypeOf<string>();
        expectTypeOf(options.tags).toEqualTypeOf<string | null>();
        // @ts-expect-error -- an option that is not declared does not compile
        return Promise.resolve(say(String(options.other)));
      },
    });
    const group = defineCommandGroup(
      {
        ...described,
        type: ApplicationCommandType.ChatInput,
        name: 'entry',
        contexts: [InteractionContextType.Guild],
      },
      [edit],
    );
    expectTypeOf(group.kind).toEqualTypeOf<'group'>();
  });
});
