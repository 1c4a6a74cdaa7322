import { fillPage, receivedAtOf } from '../../../lib/adapters/dynamo/fill-page.ts';
import type { RequestTable } from '../../../lib/adapters/dynamo/requests.ts';
import { oneOfficeAsked } from '../../../lib/adapters/http/office-asked.ts';
import { encodePlace } from '../../../lib/adapters/http/paging.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { viewRegisterLine } from '../../../lib/adapters/http/views/register-view.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { FindService } from '../../../lib/domain/regulation/cards.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Pick<RequestTable, 'listRegister'>;
  readonly findService: FindService;
  readonly now: Date;
}

export async function listRegister(
  { query }: Asked<typeof contract>,
  caller: Caller,
  { requests, findService, now }: Needs,
): Promise<Answered | Refusal> {
  const office = oneOfficeAsked(caller, query.office);
  if (isRefusal(office)) return office;
  const { since, until } = query;
  const page = await fillPage(
    (asked) => requests.listRegister(office, asked, { since, until }),
    query,
    () => true,
    receivedAtOf,
  );
  const next = encodePlace('register', page.next);
  return {
    body: {
      requests: page.lines.flatMap((line) => viewRegisterLine(line, now, findService) ?? []),
      ...(next && { next }),
    },
    ...(caller.office === undefined && { about: { place: office } }),
  };
}
