import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/decisions/write-reply/contract.ts';
import { writeReply } from '../../../../functions/decisions/write-reply/write-reply.ts';
import { renderOutput } from '../../../../lib/adapters/pdf/render.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { complaintsOf, type Request } from '../../../../lib/domain/request/request.ts';
import { after, numbered } from '../../../lib/domain/request/example.ts';
import { filed, replied } from '../../../lib/domain/request/complaint-example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { readPdfText } from '../../../lib/domain/output/read-pdf.ts';
import { openDocuments } from '../../../machines/documents.ts';
import { asked, bodyOf } from '../../asked.ts';
import { absent, officer } from '../../cast.ts';
import { above, elsewhereHead, head, judges, waiting } from '../../complaint-cast.ts';

const id = numbered().id;
const body = { outcome: 'dismissed', text: 'Срок ещё не прошёл: ответ будет завтра.' } as const;
function scene(request: Request = waiting()) {
  const [requests, documents] = [memoryRequests(request), openDocuments()];
  let byte = 0;
  const write = (caller = head, complaint: string = filed.id, more: object = {}) =>
    writeReply(asked({ params: { id, complaint }, body: { ...body, ...more } }), caller, {
      ...{ requests, documents, findService, renderOutput, publicUrl: 'https://akimat.example.kz', accounts: judges },
      ...{ newNonce: () => new Uint8Array(5).fill((byte += 1)), now: after(50) },
    });
  return { requests, documents, write };
}

it('the document names whoever writes it, the outcome and the next way; nothing is given yet', async () => {
  const { requests, documents, write } = scene();
  const written = bodyOf(contract, await write());
  const [complaint] = complaintsOf((await requests.find(id))!);
  expect(complaint).toMatchObject({
    state: 'open',
    draft: { ...body, file: { sha256: written.sha256, signer: 'head' } },
  });
  if (complaint?.state !== 'open') throw new Error('answered');
  const text = readPdfText(await documents.read(complaint.draft!.file.key))
    .join(' ')
    .replaceAll(/\s+/g, ' ');
  for (const words of [
    'ОТВЕТ НА ЖАЛОБУ',
    'жалоба оставлена без удовлетворения',
    body.text,
    'Демо Әлия',
    'SK-CO-2026-000001',
    'Акимат (Южно-Казахстанская область)',
  ])
    expect(text).toContain(words);
});

it('written again, by the akimat too, it keeps its number and names the other', async () => {
  const { requests, write } = scene();
  const first = bodyOf(contract, await write());
  const second = bodyOf(contract, await write(above, filed.id, { outcome: 'upheld' }));
  expect(second.number).toBe(first.number);
  expect(complaintsOf((await requests.find(id))!)[0]).toMatchObject({
    draft: { outcome: 'upheld', file: { signer: 'above' } },
  });
});

it('only whoever may answer writes it, and only until it is answered', async () => {
  expect(await scene().write(elsewhereHead)).toEqual({ refused: 'request/unknown' });
  expect(await scene().write(head, absent)).toEqual({ refused: 'complaint/unknown' });
  expect(await scene(replied(waiting())).write()).toEqual({ refused: 'complaint/answered' });
  const passed = waiting();
  const up = { ...passed, complaints: complaintsOf(passed).map((each) => ({ ...each, level: 1 })) } as Request;
  expect(await scene(up).write()).toEqual({ refused: 'complaint/above' });
  bodyOf(contract, await scene(up).write(above));
  expect(await scene().write({ ...officer, account: 'head' })).toEqual({ refused: 'request/unknown' });
});
