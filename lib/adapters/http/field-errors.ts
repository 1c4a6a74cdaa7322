import type { z } from 'zod';
import type { FieldError } from '../../domain/problem/problem.ts';
import { pointerTo } from './pointer.ts';

type Issue = z.core.$ZodIssue;

/** One entry for each issue of zod. Never repeats secrets, nor values of unknown fields. */
export function fieldErrors(error: z.ZodError, prefix: string, input: unknown): FieldError[] {
  return error.issues.flatMap(innermost).flatMap((issue): FieldError[] => {
    // zod's own message names all unknown keys, and would be repeated in the error of each.
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        field: pointerTo(prefix, [...issue.path, key]),
        rule: issue.code,
        expected: 'no such field',
      }));
    const given = isSecret(issue.path) ? undefined : shown(valueAt(input, issue.path));
    const found = {
      field: pointerTo(prefix, issue.path),
      rule: issue.code === 'custom' && issue.params?.['rule'] ? String(issue.params['rule']) : issue.code,
      expected: issue.message,
      ...(given !== undefined && { given }),
      ...boundsOf(issue),
    };
    return [found];
  });
}

/** If a value may have several forms, reports the errors of the last one: that says more than "invalid". */
function innermost(issue: Issue): Issue[] {
  const fullest = issue.code === 'invalid_union' ? issue.errors.at(-1) : undefined;
  return fullest?.length ? fullest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })) : [issue];
}

const isSecret = (path: readonly PropertyKey[]) => path.some((step) => /password|token|secret/i.test(String(step)));

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<PropertyKey, unknown>)[step]
        : undefined,
    input,
  );

/** For objects and arrays only their type: their content would have to be written out before it is shortened. */
function shown(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'an array' : 'an object';
  return String(value);
}

/** Numbers that the sentence names; other bounds, such as days, have none. */
function boundsOf(issue: Issue): Pick<FieldError, 'bounds'> {
  if (issue.code === 'too_small') return { bounds: { min: Number(issue.minimum) } };
  if (issue.code === 'too_big') return { bounds: { max: Number(issue.maximum) } };
  return {};
}
