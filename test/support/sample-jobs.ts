import { ApplicationCommandOptionType, ApplicationCommandType, InteractionContextType } from 'discord.js';

import { actionList } from '../../src/command-list.ts';
import {
  defineCommand,
  defineCommandGroup,
  defineSubcommand,
  type ActionDefinition,
  type Context,
  type FormDefinition,
} from '../../src/discord/define-command.ts';
import type { Jobs } from '../../src/discord/find-job.ts';
import type { Result } from '../../src/discord/result.ts';
import type { Form } from '../../src/render/form.ts';
import { text, type Reply } from '../../src/render/reply.ts';

const contexts = [InteractionContextType.Guild, InteractionContextType.BotDM];
const described = {
  name_localizations: {},
  description: 'Of a test',
  description_localizations: {},
} as const;

export const say = (words: string): Reply => ({ tone: 'notice', parts: [text('plain', words)] });

export const formWith = (question: string, argument: string): Form => ({
  title: 'An entry',
  fields: [
    {
      name: 'question',
      label: 'Question',
      style: 'short',
      value: question,
      isRequired: true,
      maxLength: 200,
    },
    { name: 'answer', label: 'Answer', style: 'long', value: '', isRequired: false, maxLength: 4000 },
  ],
  action: { name: 'write-entry', argument },
});

/** What ran, and for whom. */
export interface Run {
  readonly job: string;
  readonly by: string;
}

/** What `/report` does. */
export interface Report {
  readonly visibility: 'private' | 'form';
  readonly run: () => Promise<Result>;
}

const silent: Report = { visibility: 'private', run: () => Promise.resolve(say('done')) };

/** Jobs for moderators by every way in, and `/report` for everyone; each run is noted. */
export const createSampleJobs = (runs: Run[], report: Report = silent): Jobs => {
  const note = (job: string, { caller }: Context): void => void runs.push({ job, by: caller.userId });
  const option = {
    ...described,
    type: ApplicationCommandOptionType.String,
    name: 'entry',
    required: true,
    autocomplete: true,
  } as const;

  const edit = defineSubcommand({
    definition: {
      ...described,
      type: ApplicationCommandOptionType.Subcommand,
      name: 'edit',
      options: [option, { ...option, name: 'tags', required: false }],
    },
    audience: 'moderators',
    visibility: 'form',
    run({ options, ...context }) {
      note('entry edit', context);
      return Promise.resolve({ form: formWith(options.entry, options.tags ?? 'no tags') });
    },
    complete: ({ typed, option: name, caller }) =>
      Promise.resolve([{ name: `${name}: ${typed}`, value: caller.guildId ?? 'nowhere' }]),
  });
  const list = defineSubcommand({
    definition: { ...described, type: ApplicationCommandOptionType.Subcommand, name: 'list' },
    audience: 'everyone',
    visibility: 'private',
    run: (context) => {
      note('entry list', context);
      return Promise.resolve(say('all entries'));
    },
  });
  const lock = defineCommand({
    definition: { ...described, type: ApplicationCommandType.ChatInput, name: 'lock', contexts },
    audience: 'moderators',
    visibility: 'private',
    run(context) {
      note('lock', context);
      return Promise.resolve(say('locked'));
    },
  });
  const reportCommand = defineCommand({
    definition: { ...described, type: ApplicationCommandType.ChatInput, name: 'report', contexts },
    audience: 'everyone',
    ...report,
  });
  const openAgain: ActionDefinition = {
    audience: 'moderators',
    visibility: 'form',
    isQuestion: false,
    auditedAs: 'entry.edit',
    run({ argument, ...context }) {
      note('entry-again', context);
      return Promise.resolve({ form: formWith(argument, argument) });
    },
  };
  const write: FormDefinition = {
    audience: 'moderators',
    auditedAs: 'entry.add',
    run({ argument, fields, ...context }) {
      note('write-entry', context);
      if (fields['answer'] === 'fail') throw new Error('the store is gone');
      return Promise.resolve(say(`${argument} / ${fields['question'] ?? ''} / ${fields['answer'] ?? ''}`));
    },
    keep: ({ fields }) => [
      {
        label: 'Edit again',
        action: { name: 'entry-again', argument: fields['question'] ?? '' },
        look: 'main',
      },
    ],
  };
  return {
    commands: [
      defineCommandGroup({ ...described, type: ApplicationCommandType.ChatInput, name: 'entry', contexts }, [
        edit,
        list,
      ]),
      lock,
      reportCommand,
      {
        kind: 'message',
        definition: {
          type: ApplicationCommandType.Message,
          name: 'Keep this',
          name_localizations: {},
          contexts: [InteractionContextType.Guild],
        },
        audience: 'moderators',
        visibility: 'form',
        async run({ target, ...context }) {
          note('Keep this', context);
          const question = (await target.repliedTo?.read()) ?? target.content;
          return { form: formWith(question, target.authorId) };
        },
      },
    ],
    actions: { ...actionList, 'entry-again': openAgain, gap: openAgain },
    forms: { 'write-entry': write, 'change-entry': write, 'change-tags': write },
  };
};
