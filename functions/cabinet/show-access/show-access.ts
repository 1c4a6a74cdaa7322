import type { Journal } from '../../../lib/adapters/dynamo/journal.ts';
import { listNewest } from '../../../lib/adapters/dynamo/newest-entries.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { encodeMoment } from '../../../lib/adapters/http/paging.ts';
import { roleWords } from '../../../lib/domain/access/role-words.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { lookWords } from '../../../lib/domain/journal/look-words.ts';
import { isRefusal, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { placeName } from '../../../lib/domain/regulation/places.ts';
import { findAllowed } from '../../../lib/domain/request/access.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { mayRead } from '../../../lib/domain/request/ownership.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Pick<Requests, 'find'>;
  readonly journal: Pick<Journal, 'list'>;
  readonly now: Date;
}

export async function showAccess(
  { params, query }: Asked<typeof contract>,
  caller: Caller,
  { requests, journal, now }: Needs,
): Promise<Answered | Refusal> {
  const request = await findAllowed(requests, params.id, caller, mayRead);
  if (isRefusal(request)) return request;
  const range = {
    from: request.createdAt,
    until: now.toISOString(),
    by: { key: 'request', value: request.id },
  } as const;
  const { entries, next } = await listNewest(journal, range, query);
  const looks = entries.map(({ at, kind, role, place, outcome }) => ({
    ...{ at, kind, text: lookWords[kind], role, roleText: role && roleWords[role] },
    ...(place !== undefined && { office: placeName(place) }),
    ...(outcome !== 'done' && { refused: true }),
  }));
  return { body: { looks, ...(next && { next: encodeMoment('access', next) }) } };
}
