import * as z from 'zod';
import type { IssuedDocuments } from '../../../lib/adapters/dynamo/issued-documents.ts';
import { rowInput } from '../../../lib/adapters/machine/serve-row.ts';
import { stampSignatures, type StampNeeds } from '../../../lib/adapters/trust/stamp-signatures.ts';
import { issuedDocument, withdrawnDocuments } from '../../../lib/domain/output/issued-document.ts';
import type { FindService } from '../../../lib/domain/regulation/cards.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { noticeOf, noticeWith } from '../../../lib/domain/request/notify.ts';
import { readyNotice } from '../../../lib/domain/request/ready.ts';
import { whereOf } from '../../../lib/domain/request/where.ts';
import { performRow } from '../../../lib/domain/request/rows/perform-row.ts';
import { isDecided, ViewName } from '../../../lib/domain/request/request.ts';
import { unstampedIn, recordStamps } from '../../../lib/domain/signature/stamp.ts';
import { appealFact, deliverOutput as deliver } from '../../../lib/domain/request/rows/rows.ts';

export const input = rowInput(z.object({ view: ViewName }));

interface Needs extends StampNeeds {
  readonly requests: Requests;
  readonly register: Pick<IssuedDocuments, 'record'>;
  readonly findService: FindService;
  readonly now: Date;
}

/**
 * «… с возможностью просмотра выходного документа»: puts the signed document into the public register, then into the
 * applicant's cabinet. An unsigned document is never delivered. Its signature gets its timestamp before, so that people are handed it and the register
 * says how long it proves; if no authority answers, the document is delivered without, and the sweeper tries again.
 */
export async function deliverOutput(task: z.output<typeof input>, needs: Needs): Promise<void> {
  const request = await needs.requests.find(task.requestId);
  const service = request && needs.findService(request.service, request.regulationVersion);
  if (!request || !service || !isDecided(request) || !request.output)
    throw new Error(`request ${task.requestId} has no signed output`);
  const { output } = request;
  const stamps = await stampSignatures(unstampedIn(output), needs);
  const stamped = recordStamps(request, stamps, needs.now);
  for (const document of [...withdrawnDocuments(stamped, service), issuedDocument(stamped, service)])
    await needs.register.record(document);
  await performRow(needs, task, (before, performed) => {
    const current = recordStamps(before, stamps, needs.now);
    // At a centre it is collected; the cabinet is for whoever has one.
    if (task.with.view === 'con') {
      const ready = readyNotice(current, performed, whereOf(current).code);
      return deliver(current, performed, task.with.view, ready);
    }
    const { kind, number } = output;
    const facts = { number: request.number, document: number, ...(kind === 'refusal' && appealFact(request.office)) };
    const notice = noticeOf(current, performed, noticeWith[kind], facts);
    // Where the decree announces the result in a row before, nobody is told of it twice.
    const isTold = current.notices.some(({ code, facts: said }) => code === notice.code && said['document'] === number);
    return deliver(current, performed, task.with.view, isTold ? undefined : notice);
  });
}
