import type { Role } from '../../domain/access/roles.ts';
import type { Account } from '../../domain/identity/account.ts';
import {
  ACCESS_SECONDS,
  actorOf,
  isSessionOf,
  type ActAs,
  type Grant,
  type SignInMethod,
} from '../../domain/identity/session.ts';
import { refuse, type Refusal } from '../../domain/problem/problem.ts';
import type { Accounts } from './accounts.ts';
import type { Sessions } from './sessions.ts';
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

  /** Reads the account again; the session keeps the role in which it was opened. Signs nothing for other people. */
  async renew(refreshToken: string, now: Date): Promise<Grant | Refusal> {
    const session = await sessions.heldBy(refreshToken, now);
    const account = session && (await accounts.find(session.account));
    if (!account || !isSessionOf(session, account)) return refuse('session/expired');
    const actor = actorOf(account, session.as);
    const accessToken = await tokens.issue({ account: account.id, session: session.id, ...actor }, now);
    const next = await sessions.turn(refreshToken, newSecret, now);
    return next === undefined
      ? refuse('session/expired')
      : grant(account.id, actor.role, accessToken, next, session.endsAt);
  },
});
export type Grants = ReturnType<typeof openGrants>;

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
