import { closedAtOf, fillPage } from '../../../lib/adapters/dynamo/fill-page.ts';
import type { RequestTable } from '../../../lib/adapters/dynamo/requests.ts';
import { encodePlace } from '../../../lib/adapters/http/paging.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { viewOfficeLine } from '../../../lib/adapters/http/views/line-view.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { FindService } from '../../../lib/domain/regulation/cards.ts';
import type { Line } from '../../../lib/domain/request/line.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Pick<RequestTable, 'listEnded'>;
  readonly findService: FindService;
  readonly now: Date;
}

export async function listEnded(
  { query }: Asked<typeof contract>,
  { office }: Caller,
  { requests, findService, now }: Needs,
): Promise<Answered | Refusal> {
  if (!office) return refuse('access/denied');
  const { since, until, service, channel, outcome, late } = query;
  const isWanted = (line: Line) =>
    // What a system turned away was no work of the office.
    line.state !== 'turned-away' &&
    (service === undefined || line.service === service) &&
    (channel === undefined || line.channel === channel) &&
    (outcome === undefined || line.result?.outcome === outcome) &&
    (late === undefined || (line.closedAt ?? '') > (line.dueAt ?? ''));
  const page = await fillPage(
    (asked) => requests.listEnded(office, asked, { since, until, latestFirst: true }),
    query,
    isWanted,
    closedAtOf,
  );
  const next = encodePlace('ended', page.next);
  return {
    body: {
      requests: page.lines.flatMap((line) => viewOfficeLine(line, now, findService) ?? []),
      ...(next && { next }),
    },
  };
}
