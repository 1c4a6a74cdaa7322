import type { Indicator } from '../regulation/questionnaire.ts';

/** A group of fewer people is never published. */
export const SMALLEST = 5;

/** What was counted in a month: who answered, and who of them was satisfied. */
export type Tally = Readonly<Record<Indicator, number>> & { readonly month: string; readonly people: number };

/** Months of a group, the first and the last one included: `2026-01`. Shares are in percent, to one decimal. */
export type Figures = Readonly<Record<Indicator, number>> & {
  readonly since: string;
  readonly until: string;
  readonly people: number;
};

/** Where the groups of a month begin: they never reach over a new year, so nobody reads more than the years asked for. */
export const groupsFrom = (month: string): string => `${month.slice(0, 4)}-01`;

/**
 * The figures of a service at an office in some months: the sum of the groups that lie within them, or nothing if there is none.
 * Groups follow one another from January on; each ends with the month in which it has `SMALLEST` people. They do not depend on what
 * is asked, so the difference of two answers is again a sum of whole groups. What is left over at the end of a year is not published.
 *
 * @param tallies of one service and office, in the order of their months, whole years from `groupsFrom(since)` on; only months that
 * have ended
 */
export function figuresOf(tallies: readonly Tally[], since: string, until: string): Figures | undefined {
  const within = groupsOf(tallies).filter((group) => group.since >= since && group.until <= until);
  const [first, last] = [within[0], within.at(-1)];
  if (!first || !last) return undefined;
  const sum = within.reduce(add);
  const share = (satisfied: number) => Math.round((satisfied * 1000) / sum.people) / 10;
  const { people, quality, accessibility } = sum;
  return {
    since: first.since,
    until: last.until,
    people,
    quality: share(quality),
    accessibility: share(accessibility),
  };
}

interface Group extends Readonly<Record<Indicator, number>> {
  readonly since: string;
  readonly until: string;
  readonly people: number;
}

const add = (one: Group, other: Group): Group => ({
  since: one.since,
  until: other.until,
  people: one.people + other.people,
  quality: one.quality + other.quality,
  accessibility: one.accessibility + other.accessibility,
});

function groupsOf(tallies: readonly Tally[]): readonly Group[] {
  const groups: Group[] = [];
  let open: Group | undefined;
  for (const { month, ...counted } of tallies) {
    const own = { since: month, until: month, ...counted };
    open = open && groupsFrom(open.since) === groupsFrom(month) ? add(open, own) : own;
    if (open.people < SMALLEST) continue;
    groups.push(open);
    open = undefined;
  }
  return groups;
}
