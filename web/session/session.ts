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

/** What a tab keeps for the others: a used refresh token that comes late ends the session, so all need the newest. */
interface Kept extends Session {
  readonly refreshToken: string;
}

const KEPT = 'session';
/**
 * Only one tab at a time turns the refresh token. What a tab has put into localStorage another may see a moment later:
 * the API answers the token just replaced for 30 seconds as before.
 */
const LOCK = 'e-akimat-session';
/** Times that a refresh is sent, when its answer is lost on the way; and milliseconds after which it counts as lost. */
const TRIES = 3;
const PATIENCE = 8_000;
/** Milliseconds before its end at which a token is not worth sending any more. */
const SPARE = 20_000;

export const session = createStore<Session | undefined>(readKept());
/** Whether the session has ended under the page that is open. */
export const ended = createStore(false);

let access: { readonly token: string; readonly until: number } | undefined;

function readKept(): Kept | undefined {
  const text = localStorage.getItem(KEPT);
  return text === null ? undefined : (JSON.parse(text) as Kept);
}

/** Begins a session with what sign-in gave, or goes on with what a refresh gave. */
export function keepGrant({ account, role, accessToken, expiresIn, refreshToken, sessionEndsAt }: Grant) {
  access = { token: accessToken, until: Date.now() + expiresIn * 1000 };
  const kept: Kept = { account, role, endsAt: sessionEndsAt, refreshToken };
  localStorage.setItem(KEPT, JSON.stringify(kept));
  ended.set(false);
  if (session.get()?.endsAt !== sessionEndsAt) session.set({ account, role, endsAt: sessionEndsAt });
}

/** The access token, fresh if need be, or why there is none. `idly` takes none rather than wait for one. */
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

/** Without locks (a page that came over plain http) a tab can only hope to be the only one. */
const alone = <Result>(work: () => Promise<Result>): Promise<Result> =>
  'locks' in navigator ? navigator.locks.request(LOCK, work) : work();

/** The same token again when the line was cut: whether the server has had it, nobody here can tell. */
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

/** The page stays as it is, and is asked to sign in again. */
export function sessionEnded() {
  access = undefined;
  if (session.get()) ended.set(true);
}

/** Ends the session here and in the other tabs; what was typed goes with it. */
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

/** Another tab has signed in, gone on or signed out. What was typed here goes with the person whose it was. */
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
