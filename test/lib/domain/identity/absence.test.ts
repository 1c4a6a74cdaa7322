import { describe, expect, it } from '@jest/globals';
import {
  addAbsence,
  awayNow,
  endAbsence,
  holderOf,
  MOST,
  standsInFor,
  type Absence,
} from '../../../../lib/domain/identity/absence.ts';
import type { Role } from '../../../../lib/domain/access/roles.ts';
import { isRefusal } from '../../../../lib/domain/problem/problem.ts';

const day = (n: number) => new Date(Date.UTC(2026, 11, n)).toISOString();
const now = new Date(day(1));
const named = (account: string, role: Role = 'mio-officer') => ({ account, name: account, role });
/** From the first day until before the second. */
const absence = (away: string, substitute: string, from = 2, until = 5, roles: readonly Role[] = []): Absence => ({
  ...{ away: named(away, roles[0]), substitute: named(substitute, roles[1]) },
  ...{ from: day(from), until: day(until), by: 'head' },
});
const all = (...added: readonly Absence[]) =>
  added.reduce<readonly Absence[]>((kept, each) => {
    const next = addAbsence(kept, each, now);
    if (isRefusal(next)) throw new Error(next.refused);
    return next;
  }, []);

it('whoever is away is away from the first moment until before the last, and the substitute has their work', () => {
  const absences = all(absence('a', 'b'));
  const holders = [1, 2, 4, 5].map((n) => holderOf(absences, 'a', new Date(day(n))));
  expect(holders).toEqual(['a', 'b', 'b', 'a']);
  expect(awayNow(absences, 'b', new Date(day(3)))).toBeUndefined();
  expect(standsInFor(absences, 'b', new Date(day(3)))).toEqual(absences);
  expect(standsInFor(absences, 'b', new Date(day(5)))).toEqual([]);
});

describe('an absence is refused', () => {
  const kept = all(absence('a', 'b', 2, 5));
  it.each<[string, Absence, string]>([
    ['in the time of another one of the same person', absence('a', 'c', 4, 6), 'absence/overlaps'],
    ['with a substitute who is away then', absence('c', 'a', 4, 6), 'absence/substitute-away'],
    [
      'of somebody who stands in then, so there is no chain and no circle',
      absence('b', 'c', 4, 6),
      'absence/stands-in',
    ],
    ['of two who would stand in for each other', absence('b', 'a', 2, 5), 'absence/substitute-away'],
    ['with oneself as the substitute', absence('d', 'd'), 'absence/unfit'],
    [
      'of an officer, with a member of the commission',
      absence('d', 'e', 2, 5, ['mio-officer', 'commission-member']),
      'absence/unfit',
    ],
    [
      'of a head, with a member of the commission',
      absence('d', 'e', 2, 5, ['mio-head', 'commission-member']),
      'absence/unfit',
    ],
  ])('%s', (_, added, refused) => {
    expect(addAbsence(kept, added, now)).toEqual({ refused });
  });
});

it('the day after the end is free again, and the same absence again changes nothing', () => {
  const kept = all(absence('a', 'b', 2, 5));
  expect(all(...kept, absence('a', 'c', 5, 6), absence('b', 'a', 6, 7))).toHaveLength(3);
  expect(addAbsence(kept, absence('a', 'b', 2, 5), now)).toBe(kept);
});

it('an officer stands in for a head, and a head for an officer', () => {
  for (const roles of [
    ['mio-head', 'mio-officer'],
    ['mio-officer', 'mio-head'],
  ] as const)
    expect(all(absence('a', 'b', 2, 5, roles))).toHaveLength(1);
});

it.each<[string, number, (n: number) => Absence]>([
  ['an office', MOST.ofOffice, (n) => absence(`a${n}`, `b${n}`)],
  ['a person', MOST.ofPerson, (n) => absence('a', 'b', 2 + n, 3 + n)],
  ['a substitute at a time', MOST.atOnce, (n) => absence(`a${n}`, 'b')],
])('%s has as many as are allowed and no more', (_, most, nth) => {
  const kept = all(...Array.from({ length: most }, (__, n) => nth(n)));
  expect(kept).toHaveLength(most);
  expect(addAbsence(kept, nth(most), now)).toEqual({ refused: 'absence/too-many' });
});

it('ended, one that is on ends now, and one to come is not to be', () => {
  const [on, later, other] = [absence('a', 'b', 2, 5), absence('a', 'b', 7, 9), absence('c', 'b', 2, 5)];
  const kept = all(on, later, other);
  const today = new Date(day(3));
  expect(endAbsence(kept, on, today)).toEqual([{ ...on, until: day(3) }, later, other]);
  expect(endAbsence(kept, later, today)).toEqual([on, other]);
  expect(endAbsence(kept, on, new Date(day(6)))).toEqual(kept);
});

it('one that ended a month ago is forgotten when the next one is said', () => {
  const kept = all(absence('a', 'b', 2, 5));
  const added = { ...absence('c', 'b'), from: day(40), until: day(41) };
  expect(addAbsence(kept, added, new Date(day(34)))).toHaveLength(2);
  expect(addAbsence(kept, added, new Date(day(36)))).toEqual([added]);
});
