import type { Account } from '../../domain/identity/account.ts';
import { ACCESS_SECONDS, isSessionOf, type Grant, type SignInMethod } from '../../domain/identity/session.ts';
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

/** Sessions and access tokens together. What can fail without a trace comes first: the session is written last. */
export const openGrants = ({ accounts, sessions, tokens, newId, newSecret }: Parts) => ({
  /** The session belongs to the account as it was read: what has ended all sessions since has ended this one too. */
  async start(account: Account, method: SignInMethod, now: Date): Promise<Grant> {
    const id = newId();
    const accessToken = await tokens.issue(callerOf(account, id), now);
    const begun = { id, account: account.id, generation: account.generation, method, newSecret };
    const { session, refreshToken } = await sessions.start(begun, now);
    return grant(account, accessToken, refreshToken, session.endsAt);
  },

  /** The account is read again: a role that has changed is in the next token. Nothing is signed for a stranger. */
  async renew(refreshToken: string, now: Date): Promise<Grant | Refusal> {
    const session = await sessions.heldBy(refreshToken, now);
    const account = session && (await accounts.find(session.account));
    if (!account || !isSessionOf(session, account)) return refuse('session/expired');
    const accessToken = await tokens.issue(callerOf(account, session.id), now);
    const next = await sessions.turn(refreshToken, newSecret, now);
    return next === undefined ? refuse('session/expired') : grant(account, accessToken, next, session.endsAt);
  },
});
export type Grants = ReturnType<typeof openGrants>;

const callerOf = ({ id, role, office }: Account, session: string) => ({
  account: id,
  session,
  role,
  ...(office !== undefined && { office }),
});

const grant = ({ id, role }: Account, accessToken: string, refreshToken: string, sessionEndsAt: string): Grant => ({
  account: id,
  role,
  tokenType: 'Bearer',
  accessToken,
  expiresIn: ACCESS_SECONDS,
  refreshToken,
  sessionEndsAt,
});
