import fc from 'fast-check';
import type { AnswerItem, Item, ListItem } from './item.ts';

/** Times of evidence in minutes: near each other, near now, and one in the future. */
const moment = fc.constantFrom(-4000, -3000, -2000, -1000, -100, -3, 600);
const seldom = fc.integer({ min: 0, max: 7 }).map((number) => number === 0);

const made = { at: moment, altered: seldom, critical: seldom, carried: fc.boolean() } as const;
/** In half of the cases it expired a minute after it was made. */
const ending = <T extends Item>(item: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.tuple(item, fc.boolean()).map(([one, ranOut]) => (ranOut ? { ...one, until: Math.min(one.at + 1, -1) } : one));

const holder = fc.constantFrom('person', 'person', 'person', 'responder', 'lister');
/** Nothing, key compromise, superseded, hold, removal. */
const reason = fc.constantFrom(0, 1, 4, 6, 6, 8);
const line = fc.record({ of: holder, reason, since: fc.constantFrom(-5000, -5000, 30) });

const list: fc.Arbitrary<ListItem> = fc.record({
  ...made,
  kind: fc.constantFrom('list', 'delta'),
  by: fc.constantFrom('nca', 'nca', 'nca', 'namesake', 'lister', 'stranger'),
  number: fc.integer({ min: 1, max: 9 }),
  base: fc.integer({ min: 1, max: 5 }),
  lines: fc.array(line, { maxLength: 2 }),
});

const status = fc.oneof(
  { weight: 2, arbitrary: fc.constant({ says: 'good' } as const) },
  fc.constant({ says: 'unknown' } as const),
  fc.constant({ says: 'never-issued' } as const),
  fc.record({
    of: holder,
    says: fc.constant('revoked' as const),
    reason: fc.constantFrom('certificateHold', 'keyCompromise', 'superseded'),
  }),
);
const answer: fc.Arbitrary<AnswerItem> = fc.record(
  {
    ...made,
    kind: fc.constant('answer'),
    by: fc.constantFrom('responder', 'responder', 'heir', 'nca', 'namesake', 'unentitled', 'stranger'),
    producedAt: moment,
    statuses: fc.array(status, { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: ['kind', 'by', 'at', 'statuses'] },
);

const item: fc.Arbitrary<Item> = fc.oneof(ending(list), ending(answer));

/**
 * The edits of a set: one piece more, one less, another order, one twice, one spoilt, all at other times, all by other
 * signers.
 */
export type SetEdit =
  | { readonly kind: 'add'; readonly item: Item }
  | { readonly kind: 'drop' | 'double' | 'corrupt'; readonly place: number }
  | { readonly kind: 'turn' }
  | { readonly kind: 'shift'; readonly minutes: number }
  | { readonly kind: 'swap' };

const edit: fc.Arbitrary<SetEdit> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('add' as const), item }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('drop', 'double', 'corrupt'), place: fc.nat(9) }),
  },
  fc.constant({ kind: 'turn' } as const),
  fc.record({ kind: fc.constant('shift' as const), minutes: fc.constantFrom(-1500, -60, 60, 1500) }),
  fc.constant({ kind: 'swap' } as const),
);

export interface DrawnSets {
  readonly first: readonly Item[];
  readonly edits: readonly SetEdit[];
}

export const drawnSets: fc.Arbitrary<DrawnSets> = fc.record({
  first: fc.array(item, { maxLength: 4 }),
  edits: fc.array(edit, { minLength: 1, maxLength: 4 }),
});

/** Replaces a signer that is entitled by one that is not, or the reverse. */
const listSigners: Readonly<Record<ListItem['by'], ListItem['by']>> = {
  root: 'root',
  nca: 'namesake',
  namesake: 'nca',
  lister: 'stranger',
  stranger: 'lister',
  'sha-1': 'nca',
};
const answerSigners: Readonly<Record<AnswerItem['by'], AnswerItem['by']>> = {
  nca: 'namesake',
  namesake: 'nca',
  responder: 'stranger',
  stranger: 'responder',
  heir: 'unentitled',
  unentitled: 'heir',
};

const swapSigner = (given: Item): Item =>
  given.kind === 'answer' ? { ...given, by: answerSigners[given.by] } : { ...given, by: listSigners[given.by] };

/** The set after the edit. */
export function applyEdit(given: readonly Item[], change: SetEdit): readonly Item[] {
  switch (change.kind) {
    case 'add':
      return [...given, change.item];
    case 'turn':
      return given.toReversed();
    case 'swap':
      return given.map(swapSigner);
    case 'shift':
      return given.map((one) => shift(one, change.minutes));
    default: {
      const place = change.place % Math.max(1, given.length);
      return given.flatMap((one, index) => (index === place ? replacing[change.kind](one) : [one]));
    }
  }
}

const replacing = {
  drop: () => [],
  double: (one) => [one, one],
  corrupt: (one) => [{ ...one, altered: one.altered !== true }],
} as const satisfies Record<string, (one: Item) => readonly Item[]>;

const shift = (one: Item, minutes: number): Item => ({
  ...one,
  at: one.at + minutes,
  ...(one.until !== undefined && { until: one.until + minutes }),
  ...(one.kind === 'answer' && one.producedAt !== undefined && { producedAt: one.producedAt + minutes }),
});
