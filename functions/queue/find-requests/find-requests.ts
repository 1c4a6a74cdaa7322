import { begunAt, fillPage, receivedAtOf } from '../../../lib/adapters/dynamo/fill-page.ts';
import type { Page, PageAsked } from '../../../lib/adapters/dynamo/page.ts';
import type { RequestTable } from '../../../lib/adapters/dynamo/requests.ts';
import { encodePlace } from '../../../lib/adapters/http/paging.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { viewOfficeLine } from '../../../lib/adapters/http/views/line-view.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { FindService } from '../../../lib/domain/regulation/cards.ts';
import { searchFor } from '../../../lib/domain/regulation/search.ts';
import { lineOf, type Line } from '../../../lib/domain/request/line.ts';
import { mayFind } from '../../../lib/domain/request/ownership.ts';
import { readTypedNumber } from '../../../lib/domain/request/rows/number.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Pick<RequestTable, 'findByNumber' | 'listByPerson' | 'listRegister'>;
  readonly findService: FindService;
  readonly now: Date;
}

type Sought = Asked<typeof contract>['body'];

export async function findRequests(
  { body }: Asked<typeof contract>,
  caller: Caller,
  { requests, findService, now }: Needs,
): Promise<Answered | Refusal> {
  const page = await seek(body, caller, requests);
  if (isRefusal(page)) return page;
  const next = encodePlace('search', page.next);
  return {
    body: {
      requests: page.lines.flatMap((line) => viewOfficeLine(line, now, findService) ?? []),
      ...(next && { next }),
    },
  };
}

async function seek(sought: Sought, caller: Caller, requests: Needs['requests']): Promise<Page | Refusal> {
  const { number: typed, iin, name, since, until } = sought;
  const isTheirs = (line: Line) => mayFind(caller, line);
  if (typed !== undefined) {
    const number = readTypedNumber(typed);
    const found = number === undefined ? undefined : await requests.findByNumber(number);
    return { lines: found ? [lineOf(found)].filter(isTheirs) : [] };
  }
  if (iin !== undefined)
    return fillPage((asked: PageAsked) => requests.listByPerson(iin, asked), sought, isTheirs, begunAt);
  const office = caller.role === 'auditor' ? sought.office : caller.office;
  if (office === undefined)
    return refuse('form/invalid', {
      errors: [{ field: '/office', rule: 'required', expected: 'the code of an office' }],
    });
  const isNamed = searchFor(name ?? '');
  return fillPage(
    (asked: PageAsked) => requests.listRegister(office, asked, { since, until, latestFirst: true }),
    sought,
    (line) =>
      isTheirs(line) && isNamed([line.applicant.fullName, line.organisation?.name, line.organisation?.bin].join(' ')),
    receivedAtOf,
  );
}
