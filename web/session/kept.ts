import type { Role } from '../../lib/domain/access/roles.ts';
import type { Grant } from '../../lib/domain/identity/session.ts';

/** Who is signed in, in all tabs of this browser. */
export interface Session {
  readonly account: string;
  readonly role: Role;
  readonly endsAt: string;
}

/**
 * What a tab stores for the others: a used refresh token that comes late ends the session, so all tabs need the newest
 * one.
 */
export interface Kept extends Session {
  readonly refreshToken: string;
  /**
   * Kept with it, so that a page that is opened anew need not refresh first: on a slow line that is a round trip. It
   * opens less than the refresh token beside it, and only until this moment (milliseconds of the epoch).
   */
  readonly access?: { readonly token: string; readonly until: number } | undefined;
}

export const KEPT = 'session';
/** Milliseconds before its end from which a token is not worth sending. */
const SPARE = 20_000;

/** Milliseconds after which the answer to a refresh counts as lost. */
export const PATIENCE = 8_000;

export function readKept(): Kept | undefined {
  const text = localStorage.getItem(KEPT);
  return text === null ? undefined : (JSON.parse(text) as Kept);
}

export const keep = (kept: Kept) => localStorage.setItem(KEPT, JSON.stringify(kept));

export const keptOf = ({ account, role, accessToken, expiresIn, refreshToken, sessionEndsAt }: Grant): Kept => ({
  ...{ account, role, endsAt: sessionEndsAt, refreshToken },
  access: { token: accessToken, until: Date.now() + expiresIn * 1000 },
});

export const liveToken = (kept: Kept | undefined) =>
  kept?.access && kept.access.until - SPARE > Date.now() ? kept.access.token : undefined;

/**
 * Only one tab at a time exchanges the refresh token. Another tab may see a change of localStorage a moment later; for
 * that case, the API gives the same answer to the token that was just replaced for 30 seconds.
 */
const LOCK = 'e-akimat-session';

/** Without locks (a page over plain http) a tab can only hope to be the only one. */
export const alone = <Result>(work: () => Promise<Result>): Promise<Result> =>
  'locks' in navigator ? navigator.locks.request(LOCK, work) : work();
