import * as z from 'zod';
import { Role } from '../access/roles.ts';
import type { Account } from './account.ts';

/** Seconds for which an access token is valid. */
export const ACCESS_SECONDS = 15 * 60;

/** Seconds from sign-in to the end of a session, however often it is refreshed: one working day with its breaks. */
export const SESSION_SECONDS = 12 * 60 * 60;

/** Seconds for which the refresh token just replaced gives the same answer again: for a lost answer, and for two tabs. */
export const REPEAT_SECONDS = 30;

/** Seconds that an EDS challenge waits for its signature. */
export const CHALLENGE_SECONDS = 5 * 60;

/** Wrong passwords in a row from one address, and how long (seconds) sign-in by password from it is then refused. */
export const LOCK_AFTER = 5;
export const LOCK_SECONDS = 15 * 60;

/** Wrong passwords for one IIN from all addresses within a day (seconds); after that only an EDS opens the account. */
export const DAY_LIMIT = 100;
export const DAY_SECONDS = 24 * 60 * 60;

export const SignInMethod = z.enum(['password', 'eds']);
export type SignInMethod = z.output<typeof SignInMethod>;

/** The role in which a session may be opened instead of the account's own: every employee is also a citizen. */
export const ActAs = z.enum(['applicant']);
export type ActAs = z.output<typeof ActAs>;

/** Who acts in a session: the account's post, or its holder as a citizen, who serves no office. */
export function actorOf(
  { role, office, suspended }: Pick<Account, 'role' | 'office' | 'suspended'>,
  as?: ActAs,
): Pick<Account, 'role' | 'office'> {
  if (as || suspended !== undefined) return { role: 'applicant' };
  return { role, ...(office !== undefined && { office }) };
}

/** Who begins a session, as the access journal names them. */
export function aboutSession(account: Pick<Account, 'id' | 'role' | 'office' | 'suspended'>, as?: ActAs) {
  const { role, office: place } = actorOf(account, as);
  return { account: account.id, role, ...(place !== undefined && { place }) };
}

/** What a client gets when a session begins or is refreshed. Each refresh token can be used once. */
export const Grant = z.strictObject({
  account: z.string(),
  role: Role,
  tokenType: z.literal('Bearer'),
  accessToken: z.string(),
  /** Seconds. */
  expiresIn: z.int(),
  refreshToken: z.string(),
  sessionEndsAt: z.iso.datetime(),
});
export type Grant = z.output<typeof Grant>;

/** `seconds` after `now` as an ISO instant, and as the epoch seconds that DynamoDB's time to live needs. */
export const instantAfter = (now: Date, seconds: number) => new Date(now.getTime() + seconds * 1000).toISOString();
export const epochAfter = (now: Date, seconds: number) => Math.floor(now.getTime() / 1000) + seconds;

/** Whether the session belongs to the account, the account is open, and nothing has ended all sessions since it began. */
export const isSessionOf = (
  session: { readonly account: string; readonly generation?: number | undefined },
  { id, generation = 0, closed, heir }: Pick<Account, 'id' | 'generation' | 'closed' | 'heir'>,
): boolean =>
  session.account === id && (session.generation ?? 0) === generation && closed === undefined && heir === undefined;
