import { mergePages } from '../../../lib/adapters/dynamo/merge-pages.ts';
import { fillPage, workDueAt } from '../../../lib/adapters/dynamo/fill-page.ts';
import type { PageAsked } from '../../../lib/adapters/dynamo/page.ts';
import type { RequestTable } from '../../../lib/adapters/dynamo/requests.ts';
import { encodePlace } from '../../../lib/adapters/http/paging.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { viewWork } from '../../../lib/adapters/http/views/line-view.ts';
import type { Accounts } from '../../../lib/adapters/identity/accounts.ts';
import { holderOf, standsInFor } from '../../../lib/domain/identity/absence.ts';
import { placeOf } from '../../../lib/domain/request/ownership.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { FindService } from '../../../lib/domain/regulation/cards.ts';
import { endOfToday } from '../../../lib/domain/calendar/today.ts';
import { hasWork, type Line, type WorkLine } from '../../../lib/domain/request/line.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Pick<RequestTable, 'listByOffice' | 'listByWorker'>;
  readonly accounts: Pick<Accounts, 'absencesAt'>;
  readonly findService: FindService;
  readonly now: Date;
}

export async function listWork(
  { query }: Asked<typeof contract>,
  caller: Caller,
  { requests, accounts, findService, now }: Needs,
): Promise<Answered | Refusal> {
  const { office, account } = caller;
  if (!office) return refuse('access/denied');
  const { service, task, channel, who, worker, overdue, today, sort } = query;
  const absences = await accounts.absencesAt(office);
  const isMine = (line: WorkLine) => holderOf(absences, line.work.claimedBy?.account ?? '', now) === account;
  const until = today ? endOfToday(now) : overdue && now;
  const between = {
    latestFirst: sort === '-due',
    ...(until && { until: until.toISOString() }),
    ...(today && !overdue && { since: now.toISOString() }),
  };
  const listed = worker ?? (who === 'me' ? account : undefined);
  const own = [listed, ...standsInFor(absences, listed ?? '', now).map(({ away }) => away.account)];
  const list = (asked: PageAsked) =>
    listed === undefined
      ? requests.listByOffice(office, asked, between)
      : mergePages(
          own.map((each) => (page) => requests.listByWorker(each!, page, between)),
          asked,
          { sortOf: workDueAt, latestFirst: between.latestFirst },
        );
  const isWanted = (line: Line) =>
    hasWork(line) &&
    (service === undefined || line.service === service) &&
    (channel === undefined || line.channel === channel) &&
    (task === undefined || line.work.task === task) &&
    (who !== 'me' || isMine(line)) &&
    // What somebody has at another place, such as where they served before, is none of this office.
    (worker === undefined || placeOf(line, line.work.by) === office) &&
    (who !== 'nobody' || !line.work.claimedBy) &&
    (who !== 'others' || (line.work.claimedBy !== undefined && !isMine(line)));
  const page = await fillPage(list, query, isWanted, workDueAt);
  const work = page.lines.flatMap((line) => viewWork(line, { account, now, findService, absences }) ?? []);
  const next = encodePlace('work', page.next);
  return { body: { work, ...(next && { next }) } };
}
