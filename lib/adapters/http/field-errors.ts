import type { z } from 'zod';
import type { FieldError } from '../../domain/problem/problem.ts';
import { pointerTo } from './pointer.ts';

type Issue = z.core.$ZodIssue;

/** One entry an issue of zod; secrets are never repeated, and neither is what stands under a name that nobody knows. */
export function fieldErrors(error: z.ZodError, prefix: string, input: unknown): FieldError[] {
  return error.issues.flatMap(innermost).flatMap((issue): FieldError[] => {
    // zod's own message names all unknown keys, and would stand in the error of each.
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
    };
    return [found];
  });
}

/** Of several forms that a value may have, the last is the fullest: what it lacks says more than "invalid". */
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

/** Of objects and arrays only what they are: all that is in them would have to be written out before it is cut. */
function shown(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'an array' : 'an object';
  return String(value);
}
