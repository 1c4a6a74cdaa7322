import { expect, it } from '@jest/globals';
import { createOutput, input } from '../../../../functions/outputs/create-output/create-output.ts';
import { contract as decision } from '../../../../functions/decisions/decide-work/contract.ts';
import type { OutputDocument } from '../../../../lib/domain/output/document.ts';
import { formatDocumentNumber } from '../../../../lib/domain/output/number.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import type { Request, RequestIn } from '../../../../lib/domain/request/request.ts';
import { sha256Hex } from '../../../../lib/domain/digest/sha256.ts';
import { after, decided, draft } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { rowTask } from '../../asked.ts';
import { places } from '../../../../lib/domain/regulation/places.ts';

const { id } = draft();
const parts = { region: 'south-kazakhstan', service: 'unemployed-certificate', year: 2026, sequence: 1 };
const number = formatDocumentNumber({ ...parts, nonce: new Uint8Array([1, 2, 3, 4, 5]) });
const example = decided() as RequestIn<'decided'>;
const { fields } = decision.examples[0].body;
const formed: Request = {
  ...example,
  decision: { outcome: 'approved', at: after(8).toISOString(), by: example.decision.by, fields },
  output: { kind: 'certificate', number, formedAt: after(9).toISOString() },
};

/** The file contains the renderer's input; the tests of `lib/adapters/pdf` check the rendering. */
const renderOutput = async (document: OutputDocument) => Buffer.from(JSON.stringify(document));
async function create(requests = memoryRequests(formed), minutes = 10) {
  const files = new Map<string, Uint8Array>();
  const write = async (key: string, bytes: Uint8Array | string) => files.set(key, Buffer.from(bytes)) as never;
  const publicUrl = 'https://e-akimat.example';
  const needs = {
    requests,
    documents: { write, has: async (key: string) => files.has(key) },
    findService,
    places,
    renderOutput,
    publicUrl,
    now: after(minutes),
  };
  await createOutput(input.parse(rowTask('11-mio-create-output', {})), needs);
  return { files, kept: await requests.find(id) };
}

it('the document to be signed is stored under its number, and the request has its digest', async () => {
  const { files, kept } = await create();
  const [key = ''] = files.keys();
  expect(key).toMatch(new RegExp(`^requests/${id}/output/${number}-[0-9a-f]{16}\\.pdf$`));
  const bytes = files.get(key) ?? Buffer.of();
  expect([...files.keys()]).toEqual([key]);
  expect(kept).toMatchObject({ output: { number, file: { key, sha256: sha256Hex(bytes), size: bytes.length } } });
  expect(JSON.parse(Buffer.from(bytes).toString())).toMatchObject({
    ...{ kind: 'certificate', number, applicant: { name: 'Демо Азамат', iin: '900315300010' } },
    verifyUrl: `https://e-akimat.example/documents/${number}`,
  });
});

it('a second creation gives the same bytes and does not change the request', async () => {
  const requests = memoryRequests(formed);
  const once = await create(requests);
  expect(await create(requests, 15)).toEqual(once);
});

it('creating an output that was not decided and formed is a defect', async () => {
  for (const request of [draft(), decided()])
    await expect(create(memoryRequests(request))).rejects.toThrow('has no output to create');
});
