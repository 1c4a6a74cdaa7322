import * as z from 'zod';
import { worksAs } from '../access/places.ts';
import { Role } from '../access/roles.ts';
import { Instant } from '../calendar/instant.ts';
import { refuse, type Refusal } from '../problem/problem.ts';
import type { Account } from './account.ts';

/** As who is away and who stands in are named at that time. */
const Named = z.strictObject({ account: z.string(), name: z.string(), role: Role });

/**
 * «Отсутствие и замещение»: somebody of an office is away from one instant until before another, and a colleague stands in.
 * `by`: the head who said so.
 */
export const Absence = z.strictObject({
  away: Named,
  substitute: Named,
  from: Instant,
  until: Instant,
  by: z.string(),
});
export type Absence = z.output<typeof Absence>;

/** How many days ahead the last day of an absence may lie. */
export const ABSENCE_DAYS = 366;
/** Absences of an office that have not ended, those of one person, and people for whom one stands in at the same time. */
export const MOST = { ofOffice: 200, ofPerson: 10, atOnce: 5 } as const;
/** Milliseconds for which an absence that has ended is kept. */
const KEPT = 30 * 86_400_000;

type Period = Pick<Absence, 'from' | 'until'>;
const overlap = (one: Period, other: Period) => one.from < other.until && other.from < one.until;
export const isOn = ({ from, until }: Period, now: Date): boolean =>
  from <= now.toISOString() && now.toISOString() < until;

/** The absence of this person that is on now. */
export const awayNow = (absences: readonly Absence[], account: string, now: Date): Absence | undefined =>
  absences.find((absence) => absence.away.account === account && isOn(absence, now));

/** For whom this person stands in now. */
export const standsInFor = (absences: readonly Absence[], account: string, now: Date): readonly Absence[] =>
  absences.filter((absence) => absence.substitute.account === account && isOn(absence, now));

/** Who has the work that this account has claimed: whoever stands in now, or the account itself. */
export const holderOf = (absences: readonly Absence[], account: string, now: Date): string =>
  awayNow(absences, account, now)?.substitute.account ?? account;

/** Whether somebody works at this office now, by their post. */
export const servesAt = ({ role, office, suspended }: Account, of: string): boolean =>
  worksAs[role].length > 0 && office === of && suspended === undefined;

/** Whether one may stand in for the other: their post has the same tasks, or it is an officer for a head. */
const fits = (substitute: Role, away: Role): boolean =>
  worksAs[away].every((worker) => worksAs[substitute].includes(worker) || worker === 'head') &&
  worksAs[substitute].length > 0;

/**
 * Adds an absence. The same one again changes nothing. Nobody stands in while they are away themselves, so there are no chains
 * and no circles.
 */
export function addAbsence(absences: readonly Absence[], added: Absence, now: Date): readonly Absence[] | Refusal {
  const { away, substitute } = added;
  if (substitute.account === away.account || !fits(substitute.role, away.role)) return refuse('absence/unfit');
  const lasting = absences.filter(({ until }) => until > now.toISOString());
  const others = lasting.filter((each) => overlap(each, added));
  const ofPerson = others.filter((each) => each.away.account === away.account);
  if (ofPerson.some((each) => isSame(each, added))) return absences;
  if (ofPerson.length > 0) return refuse('absence/overlaps');
  if (others.some((each) => each.away.account === substitute.account)) return refuse('absence/substitute-away');
  if (others.some((each) => each.substitute.account === away.account)) return refuse('absence/stands-in');
  const isFull =
    lasting.length >= MOST.ofOffice ||
    lasting.filter((each) => each.away.account === away.account).length >= MOST.ofPerson ||
    others.filter((each) => each.substitute.account === substitute.account).length >= MOST.atOnce;
  if (isFull) return refuse('absence/too-many');
  return [...absences.filter(({ until }) => Date.parse(until) > now.getTime() - KEPT), added];
}

const isSame = (one: Absence, other: Absence) =>
  one.substitute.account === other.substitute.account && one.from === other.from && one.until === other.until;

/** Ends an absence: one that is on ends now, one to come is not to be. */
export function endAbsence(absences: readonly Absence[], { away, from }: Absence, now: Date): readonly Absence[] {
  const at = now.toISOString();
  return absences.flatMap((each) => {
    if (each.away.account !== away.account || each.from !== from || each.until <= at) return [each];
    return each.from < at ? [{ ...each, until: at }] : [];
  });
}
