import type { AnswerItem, Item } from './item.ts';

// What a reader of docs/eds.md ("How evidence is weighed") knows about a piece of evidence without asking the core.

/** Minutes by which clocks may differ, and by which an answer that came with the signature may be away from it. */
const skew = 5;

const producedAt = ({ at, producedAt = at }: AnswerItem): number => producedAt;

/**
 * Signed by an entitled signer, and not from the future. Whether the signer still has their standing is not checked.
 */
const isSigned = (item: Item): boolean => {
  if (item.altered === true || item.at > skew) return false;
  if (item.kind !== 'answer') return item.by !== 'stranger';
  return ['responder', 'heir', 'nca'].includes(item.by) && producedAt(item) <= skew;
};
const isGenuine = (item: Item): boolean => isSigned(item) && item.critical !== true;

type Weight = 'lasting' | 'hold';

/** What it says against the person by now. */
const weightsOf = (item: Item): readonly Weight[] => {
  const weigh = (reason: number | string | undefined): Weight =>
    reason === 6 || reason === 'certificateHold' ? 'hold' : 'lasting';
  if (item.kind === 'answer')
    return (item.statuses ?? [])
      .filter(({ of = 'person', says }) => of === 'person' && (says === 'revoked' || says === 'never-issued'))
      .map(({ says, reason }) => (says === 'never-issued' ? 'hold' : weigh(reason)));
  return (item.lines ?? [])
    .filter(({ of = 'person', since }) => of === 'person' && since <= 0)
    .filter(({ reason }) => !(item.kind === 'delta' && reason === 8))
    .map(({ reason }) => weigh(reason));
};

const says = (item: Item, weight: Weight): boolean => isGenuine(item) && weightsOf(item).includes(weight);

/**
 * From the authorities themselves, whose standing is certain here; "good" from others may come into doubt, which makes
 * the answer indeterminate.
 */
const isSure = ({ by }: Item): boolean => by === 'nca' || by === 'namesake';

const isInTime = ({ until = Infinity }: Item): boolean => until >= 0;

/**
 * Fresh, genuine and about this certificate. Lists and deltas count together: a current delta continues an expired
 * list.
 */
const maySayGood = (item: Item, among: readonly Item[]): boolean => {
  if (!isGenuine(item)) return false;
  if (item.kind !== 'answer')
    return isInTime(item) || among.some((other) => other.kind === 'delta' && isGenuine(other) && isInTime(other));
  const good = (item.statuses ?? []).some(({ of = 'person', says }) => of === 'person' && says === 'good');
  if (!good || item.at > producedAt(item) + skew) return false;
  return item.carried === true ? Math.abs(item.at) <= skew : isInTime(item);
};

/** Evidence that is as old as this, or older, does not count as good beside it. */
const bars = (item: Item): boolean =>
  says(item, 'hold') || (item.kind !== 'answer' && isSigned(item) && item.critical === true);

const newest = (items: readonly Item[]): number => Math.max(-Infinity, ...items.map(({ at }) => at));

/** Why a set must not have its verdict; undefined if nothing is wrong. */
export function wrongVerdict(given: readonly Item[], verdict: string): string | undefined {
  const lasting = given.filter((item) => says(item, 'lasting'));
  if (lasting.some(isSure) && verdict !== 'failed') return 'what is revoked for good has not failed';
  if (verdict !== 'passed') return undefined;
  if (lasting.length > 0) return 'what is revoked for good passes';
  const fresh = newest(given.filter((item) => maySayGood(item, given)));
  if (fresh === -Infinity) return 'it passes by nothing that is fresh and genuine';
  return fresh > newest(given.filter(bars))
    ? undefined
    : 'what is held, or must not be read, is as new as what says good';
}

/** Why one more piece must not have led to passed; undefined if nothing is wrong. `before` had another verdict. */
export function wrongStep(before: readonly Item[], more: Item): string | undefined {
  if (!maySayGood(more, before)) return 'it passes by one piece more, which cannot say good';
  if (before.some((item) => says(item, 'lasting'))) return 'it passes by one piece more, and was revoked for good';
  return more.at > newest(before.filter((item) => says(item, 'hold')))
    ? undefined
    : 'it passes by one piece more, which is no newer than a hold';
}
