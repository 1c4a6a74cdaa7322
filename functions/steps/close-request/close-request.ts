import * as z from 'zod';
import type { IssuedDocuments } from '../../../lib/adapters/dynamo/issued-documents.ts';
import { rowInput } from '../../../lib/adapters/machine/serve-row.ts';
import { issuedDocument } from '../../../lib/domain/output/issued-document.ts';
import type { FindService } from '../../../lib/domain/regulation/cards.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { performRow } from '../../../lib/domain/request/rows/perform-row.ts';
import { isDecided } from '../../../lib/domain/request/request.ts';
import { close } from '../../../lib/domain/request/rows/rows.ts';
import { runOf } from '../../../lib/domain/request/run.ts';

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
 * turned away has ended already.
 */
export async function closeRequest(task: z.output<typeof input>, needs: Needs): Promise<{ outcome: string }> {
  const request = await needs.requests.find(task.requestId);
  if (request?.state === 'turned-away') return { outcome: 'refused' };
  // A very late repetition: an offer has been accepted meanwhile. That is possible only after `queued`.
  if (request && task.again < runOf(request)) return { outcome: 'queued' };
  const service = request && needs.findService(request.service, request.regulationVersion);
  if (!service || !isDecided(request)) throw new Error(`request ${task.requestId} has not been decided`);
  await needs.register.record(issuedDocument(request, service));
  const closed = await performRow(needs, task, close);
  return { outcome: closed.state };
}
