import { listNewest } from '../../../lib/adapters/dynamo/fill-page.ts';
import type { RequestTable } from '../../../lib/adapters/dynamo/requests.ts';
import { encodeMoment } from '../../../lib/adapters/http/paging.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { mayList } from '../../../lib/domain/request/ownership.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import type { Account } from '../../../lib/domain/identity/account.ts';
import { isKept } from '../../../lib/domain/identity/changes.ts';
import { renderNotice } from '../../../lib/domain/notice/render.ts';
import { isRefusal, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { findAllowed } from '../../../lib/domain/request/access.ts';
import type { Line } from '../../../lib/domain/request/line.ts';
import { isNumbered } from '../../../lib/domain/request/request.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Pick<RequestTable, 'find' | 'findAll' | 'listByApplicant'>;
  readonly accounts: { find(account: string): Promise<Account | undefined> };
}

/**
 * Notices are stored with their requests, and an old request may have the newest one: all of the applicant's are read, and
 * their notices put in order. A citizen has a few requests; for one with more than `LOOKED_AT`, the newest are read. What employees
 * did in the caller's name is kept in the account: those requests are not theirs to open.
 */
export async function listNotices(
  { query, language }: Asked<typeof contract>,
  caller: Caller,
  { requests, accounts }: Needs,
): Promise<Answered | Refusal> {
  const [told, account] = await Promise.all([
    requestsWith(query.request, caller, requests),
    accounts.find(caller.account),
  ]);
  if (isRefusal(told)) return told;
  const own = query.request === undefined ? (account?.notices ?? []).filter(isKept) : [];
  const lines = [
    ...told.flatMap((request) => request.notices.map((notice) => ({ notice, request }))),
    ...own.map((notice) => ({ notice, request: undefined })),
  ]
    .map((line) => ({ ...line, place: [line.notice.at, line.notice.id] as const }))
    .toSorted((one, other) => compare(other.place, one.place));
  const isUnread = ({ place: [at] }: { readonly place: Moment }) => at > (account?.noticesReadAt ?? '');
  const rest = lines.filter(({ place }) => !query.from || compare(place, query.from) < 0);
  const shown = rest.slice(0, query.limit);
  const next = rest.length > shown.length ? encodeMoment('notices', shown.at(-1)!.place) : undefined;
  const notices = shown.map(({ place, request, notice: { id, at, code, facts, email } }) => ({
    ...{ id, at, code, email, unread: isUnread({ place }) },
    ...(request && { request: request.id }),
    ...(request && isNumbered(request) && { number: request.number }),
    ...renderNotice(code, facts, language),
  }));
  return { body: { notices, unread: lines.filter(isUnread).length, ...(next && { next }) } };
}

async function requestsWith(id: string | undefined, caller: Caller, requests: Needs['requests']) {
  if (id === undefined) {
    const isTold = (line: Line) => line.told !== undefined && mayList(caller, line);
    const told = await listNewest((page) => requests.listByApplicant(caller.account, page), isTold);
    return requests.findAll(told.map((line) => line.id));
  }
  const request = await findAllowed(requests, id, caller, mayList);
  return isRefusal(request) ? request : [request];
}

type Moment = readonly [at: string, id: string];

/** By the moment; of one moment by the id, so that a page never ends between two that are alike. */
const compare = (one: Moment, other: Moment) => {
  const [a, b] = [one.join(' '), other.join(' ')];
  return a < b ? -1 : Number(a > b);
};
