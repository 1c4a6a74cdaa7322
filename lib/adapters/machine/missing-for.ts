import type { z } from 'zod';

/** What a function takes from a machine; undefined where there is no such function. */
export type InputOf = (verb: string) => z.ZodType | undefined;

/** A call of a function that stands in a definition. */
interface Call {
  readonly verb: string;
  readonly payload: unknown;
}

/**
 * What a definition that is running asks for and this release has no more: one sentence each. Values that are computed
 * at run time (`{% … %}`) are not judged, nor is what the machine does with a function's answer.
 *
 * @param prefix of the stage's names, e.g. `e-akimat-prod-`
 */
export function missingFor(definition: string, prefix: string, inputOf: InputOf): string[] {
  const missing = callsOf(JSON.parse(definition), prefix).flatMap(({ verb, payload }) => {
    const input = inputOf(verb);
    if (!input) return [`calls ${verb}, which is not a function any more`];
    const issues = input.safeParse(payload).error?.issues ?? [];
    return issues
      .filter(({ path }) => !isComputed(path.reduce<unknown>((at, key) => (at as Tree | undefined)?.[key], payload)))
      .map(({ path, message }) => `gives ${verb} what it does not take: ${path.join('.')}: ${message}`);
  });
  return [...new Set(missing)];
}

type Tree = Readonly<Record<PropertyKey, unknown>>;

const isComputed = (value: unknown) => typeof value === 'string' && value.startsWith('{%');

/** At any depth: Parallel and Map hold states of their own. */
function callsOf(tree: unknown, prefix: string): Call[] {
  if (typeof tree !== 'object' || tree === null) return [];
  const { FunctionName: name, Payload: payload } = tree as Tree;
  const verb = typeof name === 'string' ? name.split(':function:').at(-1)?.split(':')[0] : undefined;
  if (verb === undefined) return Object.values(tree).flatMap((each) => callsOf(each, prefix));
  return [{ verb: verb.startsWith(prefix) ? verb.slice(prefix.length) : verb, payload }];
}
