import type { Answered } from '../../../lib/adapters/http/serve.ts';
import type { Accounts } from '../../../lib/adapters/identity/accounts.ts';
import type { Sessions } from '../../../lib/adapters/identity/sessions.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isSessionOf } from '../../../lib/domain/identity/session.ts';
import { refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';

interface Needs {
  readonly accounts: Pick<Accounts, 'find'>;
  readonly sessions: Pick<Sessions, 'list'>;
  readonly now: Date;
}

export async function listSessions(caller: Caller, { accounts, sessions, now }: Needs): Promise<Answered | Refusal> {
  const account = await accounts.find(caller.account);
  if (!account) return refuse('access/unauthenticated');
  const lasting = (await sessions.list(account.id, now)).filter((session) => isSessionOf(session, account));
  return {
    body: {
      sessions: lasting.map(({ id, startedAt, endsAt, method, as }) => ({
        ...{ id, startedAt, endsAt, method },
        ...{ cabinet: as === 'applicant', current: id === caller.session },
      })),
    },
  };
}
