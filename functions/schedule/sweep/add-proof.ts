import type { IssuedDocuments } from '../../../lib/adapters/dynamo/issued-documents.ts';
import { logEvent } from '../../../lib/adapters/log.ts';
import { stampSignatures, type Extend, type StampNeeds } from '../../../lib/adapters/trust/stamp-signatures.ts';
import { changeRequest, type Requests } from '../../../lib/domain/request/change.ts';
import { newlyProven } from '../../../lib/domain/request/proven-documents.ts';
import type { Request } from '../../../lib/domain/request/request.ts';
import type { Stamped, Unstamped } from '../../../lib/domain/signature/stamp.ts';

export interface ProofNeeds extends Pick<StampNeeds, 'documents'> {
  readonly requests: Pick<Requests, 'find' | 'replace'>;
  readonly register: Pick<IssuedDocuments, 'prove'>;
  readonly now: Date;
  /** Milliseconds until Lambda stops the run. */
  readonly timeLeft: () => number;
}

/** Which signatures of a request get more proof, what is recorded of it, and what is said of those that got none. */
export interface ProofWay<Due> {
  /** Those that are due by now, among others. */
  readonly find: (request: Request) => readonly (Due & { readonly dueAt: string })[];
  readonly record: (request: Request, brought: ReadonlyMap<string, Stamped>, now: Date) => Request;
  readonly isDone: (due: Due, stamped: Stamped) => boolean;
  /** The line of the log about those that were tried in vain. */
  readonly code: string;
  readonly factsOf: (undone: readonly Due[], now: Date) => Readonly<Record<string, number>>;
}

/** Signatures of a request in one visit; the others stay due. */
export const PROOFS_AT_ONCE = 4;
/** One signature waits for authorities for four seconds at most; with less time left the next run goes on. */
const RESERVE_MS = 10_000;

/**
 * Puts more proof into the signatures of a request. The result is stored beside the signature as it was, the public register is told until when it
 * lasts, then the request. Each attempt is recorded, whatever it brought, so that the next one comes later and nothing else of the request waits for it.
 */
export async function addProof<Due extends Pick<Unstamped, 'cmsKey' | 'contentKey'>>(
  request: Request,
  { find, record, isDone, code, factsOf }: ProofWay<Due>,
  extend: Extend,
  { requests, documents, register, now, timeLeft }: ProofNeeds,
): Promise<void> {
  const due = find(request).filter(({ dueAt }) => Date.parse(dueAt) <= now.getTime());
  const needs = { documents, extend };
  const brought = await stampSignatures(due.slice(0, PROOFS_AT_ONCE), needs, () => timeLeft() > RESERVE_MS);
  if (brought.size === 0) return;
  for (const { number, proof } of newlyProven(request, record(request, brought, now)))
    await register.prove(number, proof);
  await changeRequest(requests, request.id, (current) => record(current, brought, now));
  const undone = due.filter((each) => brought.has(each.cmsKey) && !isDone(each, brought.get(each.cmsKey)));
  if (undone.length > 0) logEvent(code, { request: request.id, ...factsOf(undone, now) });
}
