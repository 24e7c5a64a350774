import { readdirSync } from 'node:fs';

import { ApplicationCommandType } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

import { actionList, commandList } from '../src/command-list.ts';
import { actionNames } from '../src/render/action.ts';

const folder = new URL('../commands/', import.meta.url);
const fileNames = readdirSync(folder);

/** What the files of commands/ export, by file name. */
const exported = new Map<string, readonly unknown[]>();
for (const fileName of fileNames) {
  const module = z.record(z.string(), z.unknown()).parse(await import(new URL(fileName, folder).href));
  exported.set(fileName, Object.values(module));
}

const commands = new Set<unknown>(commandList);
const actions = new Set<unknown>(Object.values(actionList));

describe('the list of commands', () => {
  test.each(fileNames)('holds the one command of %s, and every action beside it', (fileName) => {
    const exports = exported.get(fileName) ?? [];
    expect(exports.filter((each) => commands.has(each))).toHaveLength(1);
    expect(exports.filter((each) => !commands.has(each) && !actions.has(each))).toEqual([]);
  });

  test('holds nothing that is not in commands/', () => {
    const all = new Set([...exported.values()].flat());
    expect([...commandList, ...Object.values(actionList)].filter((each) => !all.has(each))).toEqual([]);
  });

  test('names each command after its file', () => {
    const names = commandList.map(({ definition }) => definition.name.toLowerCase().replaceAll(' ', '-'));
    expect(names.map((name) => `${name}.ts`).sort()).toEqual(fileNames.sort());
  });

  test('gives every button and select something to do', () => {
    expect(Object.keys(actionList).sort()).toEqual([...actionNames].sort());
  });

  test('shows in private what is for moderators only', () => {
    const forModerators = [...commandList, ...Object.values(actionList)].filter(
      ({ audience }) => audience === 'moderators',
    );
    expect(forModerators.length).toBeGreaterThan(0);
    expect(forModerators.filter(({ visibility }) => visibility === 'public')).toEqual([]);
  });

  test('has a Spanish name and description for everything that a person reads in the picker', () => {
    for (const { definition } of commandList) {
      expect(Object.keys(definition.name_localizations).sort()).toEqual(['es-419', 'es-ES']);
      if (definition.type !== ApplicationCommandType.ChatInput) continue;
      for (const described of [definition, ...(definition.options ?? [])]) {
        expect(Object.keys(described.description_localizations).sort()).toEqual(['es-419', 'es-ES']);
      }
    }
  });
});
