import type { Action } from '../regulation/regulation.ts';

/** A lane for each actor of a channel, as the decree names the actor. */
export interface Lane {
  readonly id: string;
  readonly name: string;
  /** The second track is for nodes beside a gateway of the same lane. */
  readonly tracks: 1 | 2;
}

/**
 * Which lane each row lies in: by row number, and the lanes' names in the order in which they first act. One actor under
 * two spellings («ШЭП (РШЭП)», «РШЭП (ШЭП)»; «Услугодатель», «Улугодатель») has one lane under the commoner; two people
 * of one body («Инспектор Центра», «Инспектор накопительного отдела») have two.
 */
export function lanesOf(actions: readonly Action[]): { readonly names: string[]; readonly of: Map<number, number> } {
  const groups: Action[][] = [];
  for (const action of actions) {
    const group = groups.find(([first]) => first && isSameActor(first, action));
    if (group) group.push(action);
    else groups.push([action]);
  }
  return {
    names: groups.map((group) => commonest(group.map(({ actorName }) => actorName))),
    of: new Map(groups.flatMap((group, lane) => group.map(({ no }) => [no, lane] as const))),
  };
}

const isSameActor = (a: Action, b: Action) =>
  a.actor.slug === b.actor.slug && areNear(plain(a.actorName), plain(b.actorName));

const plain = (name: string) =>
  name
    .toLowerCase()
    .split(/[^а-яё]+/)
    .filter((word) => word !== '')
    .sort()
    .join(' ');

/** Whether two names differ by one letter at most: missing, added or wrong. */
function areNear(a: string, b: string): boolean {
  let from = 0;
  while (from < Math.min(a.length, b.length) && a[from] === b[from]) from++;
  const [restA, restB] = [a.slice(from), b.slice(from)];
  return restA === restB || restA.slice(1) === restB || restA === restB.slice(1) || restA.slice(1) === restB.slice(1);
}

function commonest(names: readonly string[]): string {
  const count = (name: string) => names.filter((other) => other === name).length;
  const found = names.toSorted((a, b) => count(b) - count(a))[0] ?? '';
  return `${found[0]?.toUpperCase() ?? ''}${found.slice(1)}`;
}
