import type { Role } from '../../lib/domain/access/roles.ts';
import type { Grant } from '../../lib/domain/identity/session.ts';
import { isProblem, readProblem, type Problem } from '../http/problem.ts';
import { send } from '../http/send.ts';
import { createStore } from '../state/store.ts';

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
interface Kept extends Session {
  readonly refreshToken: string;
}

const KEPT = 'session';
/**
 * Only one tab at a time exchanges the refresh token. Another tab may see a change of localStorage a moment later; for
 * that case, the API gives the same answer to the token that was just replaced for 30 seconds.
 */
const LOCK = 'e-akimat-session';
/** How often a refresh is sent if its answer is lost, and milliseconds after which it counts as lost. */
const TRIES = 3;
const PATIENCE = 8_000;
/** Milliseconds before its end from which a token is not worth sending. */
const SPARE = 20_000;

export const session = createStore<Session | undefined>(readKept());
/** Whether the session has ended while the page is open. */
export const ended = createStore(false);

let access: { readonly token: string; readonly until: number } | undefined;

function readKept(): Kept | undefined {
  const text = localStorage.getItem(KEPT);
  return text === null ? undefined : (JSON.parse(text) as Kept);
}

/** Begins a session with the answer of a sign-in, or continues it with the answer of a refresh. */
export function keepGrant({ account, role, accessToken, expiresIn, refreshToken, sessionEndsAt }: Grant) {
  access = { token: accessToken, until: Date.now() + expiresIn * 1000 };
  const kept: Kept = { account, role, endsAt: sessionEndsAt, refreshToken };
  localStorage.setItem(KEPT, JSON.stringify(kept));
  ended.set(false);
  if (session.get()?.endsAt !== sessionEndsAt) session.set({ account, role, endsAt: sessionEndsAt });
}

/** The access token, refreshed if necessary, or why there is none. `idly`: rather none than waiting for one. */
export async function currentToken(idly = false): Promise<string | undefined | Problem> {
  const held = heldToken();
  if (held !== undefined || idly || !session.get()) return held;
  return alone(async () => {
    const kept = readKept();
    if (heldToken() !== undefined || !kept) return heldToken();
    const grant = await refresh(kept);
    if (!isProblem(grant)) keepGrant(grant);
    else if (grant.problem === 'session/expired') sessionEnded();
    return isProblem(grant) ? grant : grant.accessToken;
  });
}

const heldToken = () => (access && access.until - SPARE > Date.now() ? access.token : undefined);

/** Without locks (a page over plain http) a tab can only hope to be the only one. */
const alone = <Result>(work: () => Promise<Result>): Promise<Result> =>
  'locks' in navigator ? navigator.locks.request(LOCK, work) : work();

/** Sends the same token again after a failed connection: nobody here knows whether the server received it. */
async function refresh(kept: Kept, tries = TRIES): Promise<Grant | Problem> {
  const response = await send('POST /sessions/refresh', {
    body: { refreshToken: kept.refreshToken },
    language: 'ru',
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (response instanceof Response && !response.ok) return readProblem(response);
  const said = (response instanceof Response && (await response.json().catch(() => {}))) as Grant | false | undefined;
  return said || (tries > 1 ? refresh(kept, tries - 1) : { problem: 'network/failed' });
}

/** The page stays as it is, and the person is asked to sign in again. */
export function sessionEnded() {
  access = undefined;
  if (session.get()) ended.set(true);
}

/** Ends the session here and in the other tabs, and removes what was typed. */
export async function signOut() {
  const token = await currentToken();
  if (typeof token === 'string') await send('DELETE /sessions/current', { language: 'ru', token });
  forget();
}

export function forget() {
  access = undefined;
  localStorage.removeItem(KEPT);
  sessionStorage.clear();
  ended.set(false);
  session.set(undefined);
}

/** Another tab has signed in, refreshed or signed out. If the person has changed, what they typed here is removed. */
export function watchOtherTabs() {
  window.addEventListener('storage', ({ key }) => {
    if (key !== KEPT && key !== null) return;
    const [before, kept] = [session.get(), readKept()];
    if (kept?.account !== before?.account) {
      access = undefined;
      if (before) sessionStorage.clear();
    }
    ended.set(false);
    session.set(kept && { account: kept.account, role: kept.role, endsAt: kept.endsAt });
  });
}
