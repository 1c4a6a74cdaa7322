import * as z from 'zod';
import { rowInput } from '../../../lib/adapters/machine/serve-row.ts';
import type { Documents } from '../../../lib/adapters/s3/documents.ts';
import { composeOutput } from '../../../lib/domain/output/compose.ts';
import type { OutputDocument } from '../../../lib/domain/output/document.ts';
import { duties } from '../../../lib/domain/output/wording.ts';
import type { FindService } from '../../../lib/domain/regulation/cards.ts';
import type { Place } from '../../../lib/domain/regulation/place.ts';
import { regions } from '../../../lib/domain/regulation/words.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { performRow } from '../../../lib/domain/request/rows/perform-row.ts';
import { isDecided } from '../../../lib/domain/request/request.ts';
import { createOutput as create } from '../../../lib/domain/request/rows/rows.ts';
import { sha256Hex } from '../../../lib/domain/digest/sha256.ts';

export const input = rowInput(z.object({}));

interface Needs {
  readonly requests: Requests;
  readonly documents: Pick<Documents, 'write'>;
  readonly findService: FindService;
  readonly places: readonly Pick<Place, 'code' | 'address' | 'phones' | 'email'>[];
  readonly renderOutput: (document: OutputDocument) => Promise<Uint8Array>;
  readonly publicUrl: string;
  readonly now: Date;
}

/**
 * «Создание выходного документа»: makes the PDF that the officer will sign. Its bytes follow from the request alone, so
 * a repeated row makes the same file.
 */
export async function createOutput(task: z.output<typeof input>, needs: Needs): Promise<void> {
  const request = await needs.requests.find(task.requestId);
  const service = request && needs.findService(request.service, request.regulationVersion);
  if (!request || !service || !isDecided(request) || !request.output)
    throw new Error(`request ${task.requestId} has no output to create`);
  const { output, decision, office } = request;
  const place = needs.places.find(({ code }) => code === office);
  const by = { name: decision.by.name, position: duties[decision.by.position] };
  const document = composeOutput(
    service,
    { ...request, decision: { ...decision, by } },
    {
      number: output.number,
      issuedAt: output.formedAt,
      office: service.offices.find(({ code }) => code === office)?.name ?? office,
      ...(place && { place }),
      region: regions[service.region],
      publicUrl: needs.publicUrl,
    },
  );
  const bytes = await needs.renderOutput(document);
  const file = {
    key: `requests/${request.id}/output/${output.number}.pdf`,
    sha256: sha256Hex(bytes),
    size: bytes.length,
  };
  await needs.documents.write(file.key, bytes, 'application/pdf');
  await performRow(needs, task, (current, performed) => create(current, performed, file));
}
