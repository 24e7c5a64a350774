import { z } from 'zod';

import { splitAliases, uniqueTexts } from './aliases.ts';
import { shorten, type Problem } from './problem.ts';
import type { YamlSource } from './yaml-source.ts';

/** A text; a bare number is taken as one. */
export const textField = z.union([z.string(), z.number()], { error: 'expected text' }).transform(String);

/** Several short texts: a list, or one line with separators. */
export const textsField = z
  .union([z.array(textField), textField.transform(splitAliases)], { error: 'expected a list of texts' })
  .transform(uniqueTexts);

/** The address of a page on the web. */
export const urlField = z.url({
  protocol: /^https?$/u,
  error: 'expected an address such as https://example.org/page',
});

/** Where the fields stand. */
interface FieldsPlace {
  readonly path: string;
  readonly yaml: YamlSource;
  /** The place of the fields in the YAML value. */
  readonly at: readonly PropertyKey[];
  /** Rule of the problems of bad values. */
  readonly rule: string;
}

interface FieldsRead<Fields> {
  /** Null when a required field is missing or bad. */
  readonly fields: Fields | null;
  readonly problems: readonly Problem[];
}

/**
 * Reads what an author wrote into named fields. An unknown key is a warning, a bad value an error; both are left out
 * and all other fields serve.
 */
export function readFields<Shape extends z.core.$ZodLooseShape>(
  schema: z.ZodObject<Shape>,
  value: unknown,
  { path, yaml, at, rule }: FieldsPlace,
): FieldsRead<z.output<z.ZodObject<Shape>>> {
  const keys = Object.keys(schema.shape);
  const record = z.record(z.string(), z.unknown()).safeParse(value);
  if (!record.success) {
    const message = `unexpected value without keys, expected ${keys.join(', ')}`;
    return { fields: null, problems: [{ path, line: yaml.lineOf(at), severity: 'error', rule, message }] };
  }
  const known = Object.entries(record.data).filter(([key]) => keys.includes(key));
  const problems = Object.keys(record.data)
    .filter((key) => !keys.includes(key))
    .map((key) => unknownKey(path, yaml.lineOf([...at, key]), key, keys));
  const checked = schema.safeParse(Object.fromEntries(known));
  if (checked.success) return { fields: checked.data, problems };
  const bad = checked.error.issues.map((issue): Problem => {
    const message = `unexpected value of "${String(issue.path[0])}", ${issue.message}`;
    return { path, line: yaml.lineOf([...at, ...issue.path]), severity: 'error', rule, message };
  });
  const badKeys = new Set(checked.error.issues.map((issue) => issue.path[0]));
  const good = schema.safeParse(Object.fromEntries(known.filter(([key]) => !badKeys.has(key))));
  return { fields: good.success ? good.data : null, problems: [...problems, ...bad] };
}

function unknownKey(path: string, line: number, key: string, keys: readonly string[]): Problem {
  const message = `unexpected key "${shorten(key)}", expected one of ${keys.join(', ')}`;
  return { path, line, severity: 'warning', rule: 'unknown-key', message };
}
