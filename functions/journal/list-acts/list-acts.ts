import type { Journal } from '../../../lib/adapters/dynamo/journal.ts';
import { listNewest } from '../../../lib/adapters/dynamo/newest-entries.ts';
import { encodeMoment } from '../../../lib/adapters/http/paging.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { roleWords } from '../../../lib/domain/access/role-words.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import type { Account } from '../../../lib/domain/identity/account.ts';
import { unusualWords } from '../../../lib/domain/journal/unusual-words.ts';
import { refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly journal: Pick<Journal, 'list'>;
  readonly accounts: { find(account: string): Promise<Account | undefined> };
  readonly now: Date;
}

const YEAR = 365 * 86_400_000;

export async function listActs(
  { query }: Asked<typeof contract>,
  { office }: Caller,
  { journal, accounts, now }: Needs,
): Promise<Answered | Refusal> {
  if (!office) return refuse('access/denied');
  const { kind, since = '', until = now.toISOString() } = query;
  const yearAgo = new Date(now.getTime() - YEAR).toISOString();
  const range = { from: since > yearAgo ? since : yearAgo, until };
  const { entries, next } = await listNewest(
    journal,
    { ...range, by: { key: 'unusual', value: office } },
    query,
    ({ unusual }) => kind === undefined || unusual === kind,
  );
  const known = [...new Set(entries.flatMap(({ account, proposer }) => [account, proposer].flatMap((id) => id ?? [])))];
  const names = new Map(
    (await Promise.all(known.map((id) => accounts.find(id)))).map((each) => [each?.id, each?.fullName]),
  );
  const acts = entries.flatMap(({ at, unusual, request, account, role, proposer }) =>
    unusual
      ? [
          {
            at,
            unusual,
            text: unusualWords[unusual],
            request,
            name: names.get(account),
            role,
            roleText: role && roleWords[role],
            proposedBy: names.get(proposer),
          },
        ]
      : [],
  );
  return { body: { acts, ...(next && { next: encodeMoment('acts', next) }) } };
}
