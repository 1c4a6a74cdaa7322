import type { z } from 'zod';

/** The payload that a function accepts from a machine; undefined if there is no such function. */
export type InputOf = (verb: string) => z.ZodType | undefined;

/** A function call in a definition. */
interface Call {
  readonly verb: string;
  readonly payload: unknown;
}

/**
 * What a running definition needs and this release no longer has, one sentence for each. Does not check values that are
 * computed at run time (`{% … %}`), nor what the machine does with a function's answer.
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

/** At any depth: Parallel and Map contain states. */
function callsOf(tree: unknown, prefix: string): Call[] {
  if (typeof tree !== 'object' || tree === null) return [];
  const { FunctionName: name, Payload: payload } = tree as Tree;
  const verb = typeof name === 'string' ? name.split(':function:').at(-1)?.split(':')[0] : undefined;
  if (verb === undefined) return Object.values(tree).flatMap((each) => callsOf(each, prefix));
  return [{ verb: verb.startsWith(prefix) ? verb.slice(prefix.length) : verb, payload }];
}
