import type { RequestTable } from '../../../lib/adapters/dynamo/requests.ts';
import { encodePlace } from '../../../lib/adapters/http/paging.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { mayDraft } from '../../../lib/domain/request/ownership.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { renderNotice } from '../../../lib/domain/notice/render.ts';
import { isNumbered } from '../../../lib/domain/request/request.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Pick<RequestTable, 'listByApplicant'>;
}

export async function listNotices(
  { query, language }: Asked<typeof contract>,
  caller: Caller,
  { requests }: Needs,
): Promise<Answered> {
  const page = await requests.listByApplicant(caller.account, query);
  const own = page.requests.filter((request) => mayDraft(caller, request));
  const notices = own.flatMap((request) =>
    request.notices.toReversed().map(({ id, at, code, facts }) => ({
      ...{ id, at, code, request: request.id },
      ...(isNumbered(request) && { number: request.number }),
      ...renderNotice(code, facts, language),
    })),
  );
  const next = encodePlace('notices', page.next);
  return { body: { notices, ...(next && { next }) } };
}
