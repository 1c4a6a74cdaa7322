import type { Action, Channel } from './regulation.ts';
import type { Amount } from './term.ts';
import type { Unit } from './words.ts';

/**
 * The terms of a channel, one after another: their sum is the request's due time, counted from its numbering. It is the
 * source's term for the whole service, else the terms of people's rows on the longest path from the numbering row.
 */
export function termsOf({ deadline, actions }: Pick<Channel, 'deadline' | 'actions'>): Amount[] {
  if (deadline?.max) return [deadline.max];
  const first = actions.find(({ does }) => does.some((done) => 'effect' in done && done.effect === 'number-request'));
  return longestFrom(first ?? actions[0], new Map(actions.map((action) => [action.no, action])), new Set());
}

/** The terms that remain when a request is decided again from a row on. */
export function termsFrom({ deadline, actions }: Pick<Channel, 'deadline' | 'actions'>, row: number): Amount[] {
  if (deadline?.max) return [deadline.max];
  const rows = new Map(actions.map((action) => [action.no, action]));
  return longestFrom(rows.get(row), rows, new Set());
}

/** A path visits no row twice: going back has no term of its own. */
function longestFrom(
  action: Action | undefined,
  rows: ReadonlyMap<number, Action>,
  been: ReadonlySet<number>,
): Amount[] {
  if (!action || been.has(action.no)) return [];
  const onward = new Set([...been, action.no]);
  const ways = action.goes.map(({ to }) => (to === 'end' ? [] : longestFrom(rows.get(to), rows, onward)));
  const longest = ways.reduce((one, other) => (lengthOf(other) > lengthOf(one) ? other : one), []);
  return [...termsOfRow(action), ...longest];
}

const termsOfRow = ({ does, term }: Action): Amount[] =>
  does.flatMap((operation) => {
    const amount = 'work' in operation ? (operation.term ?? term.max) : undefined;
    return amount ? [amount] : [];
  });

/** Rough office minutes (eight hours a day, five days a week), used only to compare paths, never for a due time. */
const minutes = {
  second: 1 / 60,
  minute: 1,
  hour: 60,
  business_day: 480,
  day: (480 * 5) / 7,
  calendar_day: (480 * 5) / 7,
  month: (480 * 5 * 30) / 7,
} as const satisfies Record<Unit, number>;

const lengthOf = (terms: readonly Amount[]): number =>
  terms.reduce((sum, { value, unit }) => sum + value * minutes[unit], 0);
