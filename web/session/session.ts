import type { Grant } from '../../lib/domain/identity/session.ts';
import { isProblem, readProblem, type Problem } from '../http/problem.ts';
import { send } from '../http/send.ts';
import { createStore } from '../state/store.ts';
import { alone, keep, KEPT, keptOf, liveToken, PATIENCE, readKept, type Kept, type Session } from './kept.ts';

/** How often a refresh is sent if its answer is lost. */
const TRIES = 3;

export const session = createStore<Session | undefined>(readKept());
/** Whether the session has ended while the page is open. */
export const ended = createStore(false);

/** Begins a session with the answer of a sign-in, or continues it with the answer of a refresh. */
export function keepGrant(grant: Grant) {
  keep(keptOf(grant));
  ended.set(false);
  const { account, role, sessionEndsAt: endsAt } = grant;
  if (session.get()?.endsAt !== endsAt) session.set({ account, role, endsAt });
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

/** Never another person's, who has signed in from another tab a moment ago. */
function heldToken(): string | undefined {
  const kept = readKept();
  return kept?.account === session.get()?.account ? liveToken(kept) : undefined;
}

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
  const kept = readKept();
  if (kept) keep({ ...kept, access: undefined });
  if (session.get()) ended.set(true);
}

/** Ends the session here and in the other tabs, and removes what was typed. */
export async function signOut() {
  const token = await currentToken();
  if (typeof token === 'string') await send('DELETE /sessions/current', { language: 'ru', token });
  forget();
}

export function forget() {
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
    if (before && kept?.account !== before.account) sessionStorage.clear();
    ended.set(false);
    session.set(kept && { account: kept.account, role: kept.role, endsAt: kept.endsAt });
  });
}
