import { issuedDocument, withdrawnDocuments } from '../../domain/output/issued-document.ts';
import { PRESENT, type FindService } from '../../domain/regulation/cards.ts';
import { changeRequest, type Requests } from '../../domain/request/change.ts';
import { settle } from '../../domain/request/rows/rows.ts';
import { isNumbered, isSubmitted, type Request } from '../../domain/request/request.ts';
import type { IssuedDocuments } from '../dynamo/issued-documents.ts';
import type { Machines } from './machines.ts';

interface Needs {
  readonly register: Pick<IssuedDocuments, 'record'>;
  readonly machines: Pick<Machines, 'start'>;
  readonly findService: FindService;
}

/** Writes into the public register which documents of a request are valid no more. It may be repeated. */
export async function recordWithdrawn(
  request: Request,
  { register, findService }: Omit<Needs, 'machines'>,
): Promise<void> {
  const service = findService(request.service, request.regulationVersion) ?? findService(request.service, PRESENT);
  if (!service || !isNumbered(request)) throw new Error(`request ${request.id} has no documents to withdraw`);
  const present = request.state === 'withdrawn' ? [issuedDocument(request, service)] : [];
  for (const document of [...withdrawnDocuments(request, service), ...present]) await register.record(document);
}

/** The same, for a withdrawal that no machine follows: then nothing more is due. */
export async function finishWithdrawal(
  request: Request,
  { requests, ...needs }: Omit<Needs, 'machines'> & { readonly requests: Pick<Requests, 'find' | 'replace'> },
): Promise<void> {
  await recordWithdrawn(request, needs);
  await changeRequest(requests, request.id, (current) =>
    isSubmitted(current) && current.pending === 'record' ? settle(current) : current,
  );
}

/**
 * What follows the record of a start: documents that it withdrew are withdrawn in the public register, then the machine runs. Both may be
 * repeated, and the sweeper does so until the machine has begun. A new execution runs the present machine, whatever the request's version.
 */
export async function startRun(request: Request, { register, machines, findService }: Needs): Promise<void> {
  const present = findService(request.service, PRESENT);
  if (!present) throw new Error(`service ${request.service} has no card`);
  if (isNumbered(request)) await recordWithdrawn(request, { register, findService });
  await machines.start(request, present.machine);
}
