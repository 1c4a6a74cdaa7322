import type { Credentials, Mandate } from './account.ts';
import type { Holder } from '../access/roles.ts';
import { note } from './changes.ts';
import { dayFromIso } from '../calendar/day.ts';
import { instantOf, type Zone } from '../calendar/zone.ts';
import { dayOf } from '../language/dates.ts';
import { refuse, type Refusal } from '../problem/problem.ts';

/** How many days ahead the last day of a mandate may lie: the decrees name no term, and one without an end is nobody's decision. */
export const MANDATE_DAYS = 366;

/** Who may be given a mandate: people who work on what the head signs. */
const isOfficer = ({ role, office, suspended }: Holder, of: string): boolean =>
  role === 'mio-officer' && office === of && suspended === undefined;

/** Whether the mandate works at this moment, in the post and office in which it was given. */
export const holdsMandate = (account: Holder, now: Date): boolean =>
  account.mandate !== undefined &&
  isOfficer(account, account.mandate.office) &&
  Date.parse(account.mandate.from) <= now.getTime() &&
  now.getTime() < Date.parse(account.mandate.until);

/** Until when a mandate lasts whose last day this is: the midnight after it, by the office's clocks. */
export const afterDay = (day: string, zone: Zone): string =>
  new Date(instantOf(dayFromIso(day) + 1, 0, zone)).toISOString();

/** The last day of a mandate, by the office's clocks. */
export const lastDayOf = ({ until }: Pick<Mandate, 'until'>, zone: Zone): string =>
  dayOf(new Date(Date.parse(until) - 1).toISOString(), zone);

/** The head gives the mandate, or changes its term. The same one again changes nothing. */
export function giveMandate(kept: Credentials, mandate: Mandate): Credentials | Refusal {
  const { account } = kept;
  if (!isOfficer(account, mandate.office)) return refuse('staff/unknown');
  if (account.mandate && isSame(account.mandate, mandate)) return kept;
  return note({ ...kept, account: { ...account, mandate } }, 'mandate-given', new Date(mandate.from), 'mandate-given');
}

/** Given again it goes on from its first day. */
const isSame = (one: Mandate, other: Mandate) =>
  one.until === other.until && one.by === other.by && one.office === other.office;

/** The head of the office takes it back; nothing to take is no error. */
export function takeMandate(kept: Credentials, office: string, now: Date): Credentials | Refusal {
  const { mandate, ...account } = kept.account;
  if (!isOfficer(kept.account, office)) return refuse('staff/unknown');
  return mandate === undefined ? kept : note({ ...kept, account }, 'mandate-taken', now, 'mandate-taken');
}
