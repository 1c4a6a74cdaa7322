import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { viewComplaint, viewComplaintLine } from '../../../lib/adapters/http/views/complaint-view.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { findAllowed } from '../../../lib/domain/request/access.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { seesComplaints } from '../../../lib/domain/request/ownership.ts';
import { complaintsOf, isSubmitted, type SubmittedRequest } from '../../../lib/domain/request/request.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Pick<Requests, 'find'>;
  readonly now: Date;
}

export async function showComplaint(
  { params }: Asked<typeof contract>,
  caller: Caller,
  { requests, now }: Needs,
): Promise<Answered | Refusal> {
  const request = await findAllowed(requests, params.id, caller, seesComplaints);
  if (isRefusal(request)) return request;
  const complaint = complaintsOf(request).find(({ id }) => id === params.complaint);
  if (!complaint || !isSubmitted(request)) return refuse('complaint/unknown');
  const { text, answer } = viewComplaint(request, complaint, now);
  return {
    body: {
      ...viewComplaintLine(request, complaint, caller, now),
      text,
      ...(answer && { answer }),
      ...viewRefusal(request),
    },
  };
}

function viewRefusal(request: SubmittedRequest) {
  if (request.state !== 'refused' || request.decision.outcome !== 'refused') return {};
  const { at, ground, text, by } = request.decision;
  return { refusal: { at, ground, text, by: by.name } };
}
