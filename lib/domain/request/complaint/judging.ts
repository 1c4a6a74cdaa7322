import type { Caller } from '../../access/roles.ts';
import type { Account } from '../../identity/account.ts';
import { isRefusal, refuse, type Refusal } from '../../problem/problem.ts';
import { findAllowed, refuseInterested } from '../access.ts';
import type { Requests } from '../change.ts';
import { isSubmitted, type SubmittedRequest } from '../request.ts';
import { findOpen } from './complaining.ts';
import type { OpenComplaint } from './complaint.ts';
import { isPartial, mayJudge, overseesComplaints } from './judges.ts';

interface Judging {
  readonly request: SubmittedRequest;
  readonly complaint: OpenComplaint;
  readonly account: Account;
}

interface Needs {
  readonly requests: Pick<Requests, 'find'>;
  readonly accounts: { find(account: string): Promise<Account | undefined> };
}

/** The open complaint for whoever may answer it: of the level that has it or above, and neither its applicant nor who decided. */
export async function judge(
  { id, complaint: wanted }: { readonly id: string; readonly complaint: string },
  caller: Caller,
  { requests, accounts }: Needs,
): Promise<Judging | Refusal> {
  const account = await accounts.find(caller.account);
  if (!account) return refuse('access/unauthenticated');
  const request = await findAllowed(requests, id, caller, overseesComplaints);
  if (isRefusal(request)) return request;
  const complaint = findOpen(request, wanted);
  if (isRefusal(complaint)) return complaint;
  if (isPartial(caller, request)) return refuse('complaint/own-decision');
  if (!isSubmitted(request) || !mayJudge(caller, request, complaint)) return refuse('complaint/above');
  return refuseInterested(caller, account, request) ?? { request, complaint, account };
}
