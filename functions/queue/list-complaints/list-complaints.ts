import type { ComplaintList } from '../../../lib/adapters/dynamo/complaint-list.ts';
import { encodeMoment } from '../../../lib/adapters/http/paging.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { viewComplaintLine } from '../../../lib/adapters/http/views/complaint-view.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { overseesComplaints } from '../../../lib/domain/request/complaint/judges.ts';
import { complaintsOf, isSubmitted } from '../../../lib/domain/request/request.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Pick<Requests, 'find'>;
  readonly complaints: ComplaintList;
  readonly now: Date;
}

/** The list names requests, and each is read as it is now: what has changed since the list was written is left out. */
export async function listComplaints(
  { query: { state, limit, from } }: Asked<typeof contract>,
  caller: Caller,
  { requests, complaints, now }: Needs,
): Promise<Answered | Refusal> {
  if (caller.office === undefined) return refuse('access/denied');
  const { entries, next } = await complaints.list(caller.office, state, { limit, from });
  const found = await Promise.all(
    entries.map(async (entry) => {
      const request = await requests.find(entry.request);
      if (!request || !isSubmitted(request) || !overseesComplaints(caller, request)) return [];
      const complaint = complaintsOf(request).find(({ id }) => id === entry.complaint);
      return complaint?.state === state ? [viewComplaintLine(request, complaint, caller, now)] : [];
    }),
  );
  return { body: { complaints: found.flat(), ...(next && { next: encodeMoment('complaints', next) }) } };
}
