import type { RequestTable } from '../../../lib/adapters/dynamo/requests.ts';
import type { Answered } from '../../../lib/adapters/http/serve.ts';
import type { Accounts } from '../../../lib/adapters/identity/accounts.ts';
import { awayNow, standsInFor } from '../../../lib/domain/identity/absence.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { endOfToday } from '../../../lib/domain/calendar/today.ts';
import { readTally } from '../../../lib/domain/request/work/open-counts.ts';
import { COUNTED } from './contract.ts';

interface Needs {
  readonly requests: Pick<RequestTable, 'countOpen' | 'countDue'>;
  readonly accounts: Pick<Accounts, 'absencesAt'>;
  readonly now: Date;
}

export async function countWork(
  { office, account }: Caller,
  { requests, accounts, now }: Needs,
): Promise<Answered | Refusal> {
  if (!office) return refuse('access/denied');
  const [at, midnight] = [now.toISOString(), endOfToday(now).toISOString()];
  const [{ tally }, absences, overdue, today] = await Promise.all([
    requests.countOpen(office),
    accounts.absencesAt(office),
    requests.countDue(office, { until: at }, COUNTED),
    requests.countDue(office, { since: at, until: midnight }, COUNTED),
  ]);
  const { worker, ...counts } = readTally(tally);
  const own = [account, ...standsInFor(absences, account, now).map(({ away }) => away.account)];
  const mine = awayNow(absences, account, now) ? 0 : own.reduce((sum, each) => sum + (worker[each] ?? 0), 0);
  return { body: { ...counts, mine, overdue, today } };
}
