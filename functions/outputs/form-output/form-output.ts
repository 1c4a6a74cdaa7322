import * as z from 'zod';
import { placeOf } from '../../../lib/adapters/dynamo/place-of.ts';
import type { RequestTable } from '../../../lib/adapters/dynamo/requests.ts';
import { rowInput } from '../../../lib/adapters/machine/serve-row.ts';
import { formatDocumentNumber } from '../../../lib/domain/output/number.ts';
import type { FindService } from '../../../lib/domain/regulation/cards.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { readRequestNumber } from '../../../lib/domain/request/rows/number.ts';
import { performRow } from '../../../lib/domain/request/rows/perform-row.ts';
import { isNumbered } from '../../../lib/domain/request/request.ts';
import { formOutput as form } from '../../../lib/domain/request/rows/rows.ts';

export const input = rowInput(z.object({}));

interface Needs {
  readonly requests: Requests & Pick<RequestTable, 'tallyQueue' | 'countInMonth'>;
  readonly findService: FindService;
  /** Five random bytes from a cryptographic source. */
  readonly newNonce: () => Uint8Array;
  readonly now: Date;
}

/**
 * «Формирование выходного документа»: gives the decision the number by which people can verify its document, and a
 * registration its place in the queue, which the document names.
 */
export async function formOutput(task: z.output<typeof input>, needs: Needs): Promise<void> {
  const nonce = needs.newNonce();
  const registered = await needs.requests.find(task.requestId);
  const place = registered && (await placeOf(registered, needs.requests));
  await performRow(needs, task, (request, performed) => {
    const service = needs.findService(request.service, request.regulationVersion);
    if (!service || !isNumbered(request)) throw new Error(`request ${request.id} has no number to repeat`);
    const { region, service: slug } = service;
    const number = formatDocumentNumber({ region, service: slug, ...readRequestNumber(request.number), nonce });
    return form(request, performed, number, place?.position);
  });
}
