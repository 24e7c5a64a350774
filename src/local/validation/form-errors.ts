import type { z } from 'zod';

interface FormError {
  readonly code: string;
  readonly message: string;
}

/** The `errors` of Discord's 50035: keys of the body lead to `_errors`. */
export interface FormErrorTree {
  _errors?: FormError[];
  [key: string]: FormErrorTree | FormError[];
}

/** A fault of a body with its place. */
export interface LocatedError extends FormError {
  readonly path: readonly (string | number)[];
}

const tooBig = (issue: z.core.$ZodIssueTooBig): FormError => {
  const maximum = String(issue.maximum);
  if (issue.origin === 'string')
    return { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${maximum} or fewer in length.` };
  if (issue.origin === 'array')
    return { code: 'BASE_TYPE_BAD_LENGTH', message: `Must be ${maximum} or fewer in length.` };
  return { code: 'NUMBER_TYPE_MAX', message: `Must be less than or equal to ${maximum}.` };
};

const tooSmall = (issue: z.core.$ZodIssueTooSmall): FormError => {
  const minimum = String(issue.minimum);
  return issue.origin === 'string' || issue.origin === 'array'
    ? { code: 'BASE_TYPE_BAD_LENGTH', message: `Must be ${minimum} or more in length.` }
    : { code: 'NUMBER_TYPE_MIN', message: `Must be greater than or equal to ${minimum}.` };
};

const describe = (issue: z.core.$ZodIssue): FormError => {
  if (issue.code === 'too_big') return tooBig(issue);
  if (issue.code === 'too_small') return tooSmall(issue);
  if (issue.code === 'custom') {
    const code: unknown = issue.params?.['code'];
    return { code: typeof code === 'string' ? code : 'INVALID_VALUE', message: issue.message };
  }
  if (issue.code === 'invalid_type' && issue.input === undefined) {
    return { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
  }
  return { code: issue.code.toUpperCase(), message: issue.message };
};

/** Each fault of a body with its place, in Discord's words. Needs a parse with `reportInput`. */
export const locateErrors = (error: z.ZodError): readonly LocatedError[] =>
  error.issues.flatMap((issue) => {
    const path = issue.path.filter((part) => typeof part !== 'symbol');
    if (issue.code !== 'unrecognized_keys') return [{ path, ...describe(issue) }];
    return issue.keys.map((key) => ({
      path: [...path, key],
      code: 'UNKNOWN_PROPERTY',
      message: `There is no property "${key}".`,
    }));
  });

const insert = (
  tree: FormErrorTree,
  [first, ...rest]: readonly (string | number)[],
  error: FormError,
): void => {
  if (first === undefined) {
    tree._errors = [...(tree._errors ?? []), error];
    return;
  }
  const child = tree[String(first)];
  const next: FormErrorTree = child === undefined || Array.isArray(child) ? {} : child;
  tree[String(first)] = next;
  insert(next, rest, error);
};

/** The faults as Discord nests them, by place. */
export const toErrorTree = (errors: readonly LocatedError[]): FormErrorTree => {
  const tree: FormErrorTree = {};
  for (const { path, code, message } of errors) insert(tree, path, { code, message });
  return tree;
};
