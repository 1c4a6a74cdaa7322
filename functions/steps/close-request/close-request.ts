import * as z from 'zod';
import type { IssuedDocuments } from '../../../lib/adapters/dynamo/issued-documents.ts';
import { rowInput } from '../../../lib/adapters/machine/serve-row.ts';
import { issuedDocument, withdrawnDocuments } from '../../../lib/domain/output/issued-document.ts';
import type { FindService } from '../../../lib/domain/regulation/cards.ts';
import { changeRequest, type Requests } from '../../../lib/domain/request/change.ts';
import { performRow } from '../../../lib/domain/request/rows/perform-row.ts';
import { isDecided } from '../../../lib/domain/request/request.ts';
import { close, letGo } from '../../../lib/domain/request/rows/rows.ts';
import { endOfRun, runOf } from '../../../lib/domain/request/run.ts';

export const input = rowInput(z.object({}));

interface Needs {
  readonly requests: Requests;
  readonly register: Pick<IssuedDocuments, 'record'>;
  readonly findService: FindService;
  readonly now: Date;
}

/**
 * Runs after the last row, and answers how the request ended. A document that was handed over, not delivered to a
 * cabinet, enters the public register here, also one signed by hand: its QR code leads there. A request that a system
 * turned away, or its applicant took back, has ended already.
 */
export async function closeRequest(task: z.output<typeof input>, needs: Needs): Promise<{ outcome: string }> {
  const request = await needs.requests.find(task.requestId);
  if (request?.state === 'turned-away') return { outcome: 'refused' };
  if (request?.state === 'taken-back') {
    await changeRequest(needs.requests, request.id, (current) =>
      current.state === 'taken-back' ? letGo(current) : current,
    );
    return { outcome: 'taken-back' };
  }
  // A very late repetition: another run has begun meanwhile, by an accepted offer or because a document was withdrawn.
  if (request && task.again < runOf(request)) return { outcome: endOfRun(request, task.again) };
  const service = request && needs.findService(request.service, request.regulationVersion);
  if (!service || !isDecided(request)) throw new Error(`request ${task.requestId} has not been decided`);
  for (const document of [...withdrawnDocuments(request, service), issuedDocument(request, service)])
    await needs.register.record(document);
  const closed = await performRow(needs, task, close);
  // Withdrawn while it waited to be collected: this run had issued it.
  return { outcome: closed.state === 'withdrawn' ? 'issued' : closed.state };
}
