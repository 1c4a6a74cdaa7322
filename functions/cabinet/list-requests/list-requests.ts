import type { RequestTable } from '../../../lib/adapters/dynamo/requests.ts';
import { fillPage, listNewest } from '../../../lib/adapters/dynamo/fill-page.ts';
import type { Page } from '../../../lib/adapters/dynamo/page.ts';
import { encodePlace } from '../../../lib/adapters/http/paging.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { mayList } from '../../../lib/domain/request/ownership.ts';
import { lineOf, type Line } from '../../../lib/domain/request/line.ts';
import { readTypedNumber } from '../../../lib/domain/request/rows/number.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { viewLine } from '../../../lib/adapters/http/views/line-view.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Pick<RequestTable, 'listByApplicant' | 'listByFiler' | 'findByNumber'>;
  readonly now: Date;
}

export async function listRequests(
  { query }: Asked<typeof contract>,
  caller: Caller,
  { requests, now }: Needs,
): Promise<Answered> {
  // A citizen sees what is their own, wherever it was filed; an employee what they filed for visitors.
  const isCitizen = caller.role === 'applicant';
  const list: Parameters<typeof fillPage>[0] = (asked) =>
    isCitizen ? requests.listByApplicant(caller.account, asked) : requests.listByFiler(caller.account, asked);
  const { state, service, number, since, until } = query;
  const isAbout = (line: Line) =>
    mayList(caller, line) &&
    (service === undefined || service === line.service) &&
    (since === undefined || line.createdAt >= since) &&
    (until === undefined || line.createdAt < until);
  const isWanted = (line: Line) => isAbout(line) && (state === undefined || state.includes(line.state));
  const [page, counted] = await Promise.all([
    number === undefined ? fillPage(list, query, isWanted) : findOne(number, requests, isWanted),
    query.counts && listNewest(list, isAbout),
  ]);
  const next = encodePlace('requests', page.next);
  return {
    body: {
      requests: page.lines.map((line) => viewLine(line, now)),
      ...(counted && { counts: countStates(counted) }),
      ...(next && { next }),
    },
  };
}

async function findOne(
  typed: string,
  requests: Pick<RequestTable, 'findByNumber'>,
  isWanted: (line: Line) => boolean,
): Promise<Page> {
  const number = readTypedNumber(typed);
  const found = number === undefined ? undefined : await requests.findByNumber(number);
  return { lines: found ? [lineOf(found)].filter(isWanted) : [] };
}

const countStates = (lines: readonly Line[]) =>
  Object.fromEntries([...Map.groupBy(lines, ({ state }) => state)].map(([state, { length }]) => [state, length]));
