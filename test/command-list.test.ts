import { readdirSync } from 'node:fs';

import { ApplicationCommandType } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

import { actionList, commandList, formList } from '../src/command-list.ts';
import type { ActionDefinition } from '../src/discord/define-command.ts';
import { actionNames, formNames } from '../src/render/action.ts';

const folder = new URL('../commands/', import.meta.url);
const fileNames = readdirSync(folder);

/** What the files of commands/ export, by file name. */
const exported = new Map<string, readonly unknown[]>();
for (const fileName of fileNames) {
  const module = z.record(z.string(), z.unknown()).parse(await import(new URL(fileName, folder).href));
  exported.set(fileName, Object.values(module));
}

const commands = new Set<unknown>(commandList);
const actions = new Set<unknown>([...Object.values(actionList), ...Object.values(formList)]);

type Runnable = Pick<ActionDefinition, 'audience' | 'visibility'>;

describe('the list of commands', () => {
  test.each(fileNames)('holds the one command of %s, and every action beside it', (fileName) => {
    const exports = exported.get(fileName) ?? [];
    expect(exports.filter((each) => commands.has(each))).toHaveLength(1);
    expect(exports.filter((each) => !commands.has(each) && !actions.has(each))).toEqual([]);
  });

  test('holds nothing that is not in commands/', () => {
    const all = new Set([...exported.values()].flat());
    expect([...commands, ...actions].filter((each) => !all.has(each))).toEqual([]);
  });

  test('names each command after its file', () => {
    const names = commandList.map(({ definition }) => definition.name.toLowerCase().replaceAll(' ', '-'));
    expect(names.map((name) => `${name}.ts`).sort()).toEqual(fileNames.sort());
  });

  test('gives every button, select and form something to do', () => {
    expect(Object.keys(formList).sort()).toEqual([...formNames].sort());
    expect(Object.keys(actionList).sort()).toEqual([...actionNames].sort());
  });

  test('shows in private what is for moderators only', () => {
    const runnable = commandList.flatMap((command): readonly Runnable[] =>
      command.kind === 'group' ? command.subcommands : [command],
    );
    const forModerators = [...runnable, ...Object.values(actionList)].filter(
      ({ audience }) => audience !== 'everyone',
    );
    expect(forModerators.length).toBeGreaterThan(0);
    expect(forModerators.filter(({ visibility }) => visibility === 'public')).toEqual([]);
  });

  test('has a Spanish name and description for everything that a person reads in the picker', () => {
    for (const { definition } of commandList) {
      expect(Object.keys(definition.name_localizations).sort()).toEqual(['es-419', 'es-ES']);
      if (definition.type !== ApplicationCommandType.ChatInput) continue;
      const options = definition.options ?? [];
      const nested = options.flatMap((option) => ('options' in option ? (option.options ?? []) : []));
      for (const described of [definition, ...options, ...nested]) {
        expect(Object.keys(described.description_localizations).sort()).toEqual(['es-419', 'es-ES']);
      }
    }
  });
});
