import type { Role } from '../../domain/access/roles.ts';
import type { Account } from '../../domain/identity/account.ts';
import {
  ACCESS_SECONDS,
  actorOf,
  Grant,
  isSessionOf,
  type ActAs,
  type SignInMethod,
} from '../../domain/identity/session.ts';
import { refuse, type Refusal } from '../../domain/problem/problem.ts';
import type { Accounts } from './accounts.ts';
import { nextToken, type Held, type Sessions } from './sessions.ts';
import type { Tokens } from './tokens.ts';

interface Parts {
  readonly accounts: Pick<Accounts, 'find'>;
  readonly sessions: Sessions;
  readonly tokens: Tokens;
  readonly newId: () => string;
  readonly newSecret: () => string;
}

/** Makes sessions and access tokens. Steps that leave no trace come first; the session is written last. */
export const openGrants = ({ accounts, sessions, tokens, newId, newSecret }: Parts) => ({
  /** The session belongs to the account as it was read; if all sessions have ended since, this one has, too. */
  async start(account: Account, method: SignInMethod, now: Date, as?: ActAs): Promise<Grant> {
    const id = newId();
    const actor = actorOf(account, as);
    const accessToken = await tokens.issue({ account: account.id, session: id, ...actor }, now);
    const begun = { id, account: account.id, generation: account.generation, method, as, newSecret };
    const { session, refreshToken } = await sessions.start(begun, now);
    return grant(account.id, actor.role, accessToken, refreshToken, session.endsAt);
  },

  /**
   * Reads the account again; the session keeps the role in which it was opened. Each token is answered once: if it was
   * answered a moment ago, it gets the same answer, with the seconds left.
   */
  async renew(refreshToken: string, now: Date): Promise<Grant | Refusal> {
    const held = await sessions.held(refreshToken, now);
    const account = held && (await accounts.find(held.session.account));
    if (!account || !isSessionOf(held.session, account)) return refuse('session/expired');
    if (held.told) return again(held.told, now);
    const { session } = held;
    const actor = actorOf(account, session.as);
    const accessToken = await tokens.issue({ account: account.id, session: session.id, ...actor }, now);
    const next = nextToken(refreshToken, newSecret);
    const granted = grant(account.id, actor.role, accessToken, next, session.endsAt);
    if (await sessions.turn(refreshToken, next, JSON.stringify(granted), now)) return granted;
    // The token was used meanwhile: just now by another tab, or long ago.
    const told = (await sessions.held(refreshToken, now))?.told;
    if (told) return again(told, now);
    await sessions.endCopied(refreshToken, now);
    return refuse('session/expired');
  },
});
export type Grants = ReturnType<typeof openGrants>;

/** The clocks of two functions may differ by moments. Never more seconds than the token lives. */
function again({ answer, at }: NonNullable<Held['told']>, now: Date): Grant {
  const granted = Grant.parse(JSON.parse(answer));
  const gone = Math.max(0, Math.floor((now.getTime() - Date.parse(at)) / 1000));
  return { ...granted, expiresIn: granted.expiresIn - gone };
}

const grant = (
  account: string,
  role: Role,
  accessToken: string,
  refreshToken: string,
  sessionEndsAt: string,
): Grant => ({
  account,
  role,
  tokenType: 'Bearer',
  accessToken,
  expiresIn: ACCESS_SECONDS,
  refreshToken,
  sessionEndsAt,
});
