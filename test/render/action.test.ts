import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { actionNames, formNames, parseCustomId, toCustomId } from '../../src/render/action.ts';
import { limits } from '../../src/render/limits.ts';

describe('the custom_id of a control', () => {
  it('is read back as it was written, whatever its argument holds', () => {
    fc.assert(
      fc.property(fc.constantFrom(...actionNames), fc.string({ maxLength: 80 }), (name, argument) => {
        expect(parseCustomId(toCustomId({ name, argument }), actionNames)).toEqual({ name, argument });
      }),
    );
  });

  it('is none of ours with any other name, whoever made it up', () => {
    for (const customId of ['', ':', 'ask', 'Ask:1', ' ask:1', 'constructor:1', 'refresh:'])
      expect(parseCustomId(customId, actionNames)).toBeNull();
    fc.assert(
      fc.property(fc.string(), (customId) => {
        const name = parseCustomId(customId, actionNames)?.name;
        expect(name === undefined || customId.startsWith(`${name}:`)).toBe(true);
      }),
    );
  });

  it('of a form is none of a button, nor the other way round', () => {
    const all: readonly string[] = [...actionNames, ...formNames];
    expect(new Set(all).size).toBe(all.length);
  });

  it('is never too long for Discord', () => {
    const argument = 'x'.repeat(limits.customIdLength);
    expect(() => toCustomId({ name: 'ask', argument })).toThrow('too long');
  });
});
