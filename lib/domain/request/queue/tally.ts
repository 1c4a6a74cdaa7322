import type { Move } from './standing.ts';

/** How many wait of those of one class who were submitted in one month, and how many came and went since the beginning. */
export type Tally = { readonly class: number; readonly month: string; readonly waiting: number } & Readonly<
  Record<Move, number>
>;

/** Where somebody stands among all who wait. */
export interface Place {
  /** 1 is first. */
  readonly position: number;
  readonly of: number;
  /** The place among the same class. */
  readonly inClass: { readonly position: number; readonly of: number };
  /** Who waits before, by class and month: nobody's name. */
  readonly before: readonly Tally[];
}

const isBefore = (one: Pick<Tally, 'class' | 'month'>, other: Pick<Tally, 'class' | 'month'>) =>
  one.class < other.class || (one.class === other.class && one.month < other.month);

/**
 * The place of somebody of a class and month.
 *
 * @param tallies of the whole queue
 * @param inMonth how many of their class and month stand before them
 */
export function placeAmong(tallies: readonly Tally[], own: Pick<Tally, 'class' | 'month'>, inMonth: number): Place {
  const earlier = tallies.filter((tally) => isBefore(tally, own));
  const ofClass = (all: readonly Tally[]) => sum(all.filter((tally) => tally.class === own.class));
  const same = tallies.find((tally) => tally.class === own.class && tally.month === own.month);
  return {
    position: sum(earlier) + inMonth + 1,
    of: sum(tallies),
    inClass: { position: ofClass(earlier) + inMonth + 1, of: ofClass(tallies) },
    before: [...earlier, ...(same && inMonth > 0 ? [{ ...same, waiting: inMonth }] : [])],
  };
}

/** Everybody who waits. */
export const sum = (tallies: readonly Tally[]): number => tallies.reduce((all, { waiting }) => all + waiting, 0);

/** Of whom to begin reading to reach a place, and how many of them stand before it; undefined behind the last place. */
export function findPlace<Month extends Tally>(tallies: readonly Month[], position: number) {
  let ahead = 0;
  for (const tally of tallies) {
    if (position <= ahead + tally.waiting) return { tally, skip: position - 1 - ahead };
    ahead += tally.waiting;
  }
  return undefined;
}
