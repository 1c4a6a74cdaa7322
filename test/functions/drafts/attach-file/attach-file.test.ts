import { expect, it } from '@jest/globals';
import { attachFile } from '../../../../functions/drafts/attach-file/attach-file.ts';
import { ATTACHMENT_BYTES, contract } from '../../../../functions/drafts/attach-file/contract.ts';
import { viewRequest } from '../../../../lib/adapters/http/views/request-view.ts';
import { findService, PRESENT } from '../../../../lib/domain/regulation/cards.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import { ATTACHMENT_LIMIT } from '../../../../lib/domain/request/draft/draft.ts';
import { after, draft, submitted } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { asked, bodyOf } from '../../asked.ts';
import { absent, citizen, officer, stranger } from '../../cast.ts';

const { id } = draft();
const scan = contract.body.parse(contract.examples[0].body);
let scans = 0;
const attach = (requests = memoryRequests(draft()), body = scan, caller: Caller = citizen, of = id) =>
  attachFile(asked({ params: { id: of }, body }), caller, {
    ...{
      requests,
      findService,
      now: after(3),
      newId: () => `01KAH7M00000000000000001${String(++scans).padStart(2, '0')}`,
    },
    attachments: {
      uploadLink: async (request, { id: file }) => ({
        ...{ method: 'PUT', url: `https://bucket.example/${request}/${file}` },
        headers: { 'content-type': scan.type, 'x-amz-checksum-sha256': 'sum' },
      }),
    },
  });

it('an announced scan gets an upload address', async () => {
  const requests = memoryRequests(draft());
  const announced = await attach(requests);
  expect(announced).toMatchObject({ status: 201 });
  const { attachment, upload } = bodyOf(contract, announced);
  expect(upload).toMatchObject({ url: `https://bucket.example/${id}/${attachment}`, expiresInSeconds: 300 });
  expect(await requests.find(id)).toMatchObject({ attachments: [{ ...scan, id: attachment }] });
});

it('the same file again is the same attachment with a new address', async () => {
  const requests = memoryRequests(draft());
  const first = bodyOf(contract, await attach(requests));
  const once = await requests.find(id);
  const again = await attach(requests);
  expect(again).toMatchObject({ status: 200, body: { attachment: first.attachment } });
  expect(await requests.find(id)).toEqual(once);
});

const service = 'south-kazakhstan-disabled-child-support';
const child = { service, regulationVersion: findService(service, PRESENT)!.version };

it('a scan names the document of the list that it shows; one file may show two', async () => {
  const requests = memoryRequests({ ...draft(), ...child });
  for (const document of ['birth-certificate', 'residence', 'other'])
    expect(await attach(requests, { ...scan, document })).toMatchObject({ status: 201 });
  expect(await attach(requests, { ...scan, document: 'residence' })).toMatchObject({ status: 200 });
  const stored = (await requests.find(id))!;
  expect(stored.attachments.map(({ document }) => document)).toEqual(['birth-certificate', 'residence', 'other']);
  expect(viewRequest(stored, after(3), citizen).attachments).toMatchObject([
    { document: 'birth-certificate', documentText: { ru: 'Свидетельство о рождении ребёнка' } },
    { document: 'residence' },
    { document: 'other' },
  ]);
});

it.each([
  ['of another service', {}, 'birth-certificate', 'one of other'],
  [
    'of another channel',
    { service: 'akmola-unemployed-certificate', channel: 'con' },
    'oralman-card',
    'one of identity, application, other',
  ],
] as const)('refuses a document that is on the list %s', async (_, more, document, expected) => {
  const requests = memoryRequests({ ...draft(), ...more });
  expect(await attach(requests, { ...scan, document })).toEqual({
    refused: 'attachment/document',
    errors: [{ field: '/document', rule: 'choice', expected }],
  });
  expect(await requests.find(id)).toMatchObject({ attachments: [] });
});

it.each([
  ['scan\u202efdp.exe', 'scanfdp.exe'],
  ['../x.pdf', '..x.pdf'],
  ['a\\b.pdf', 'ab.pdf'],
  ['=cmd()+1.pdf', 'cmd()+1.pdf'],
  ['+-@\u200b=x.pdf', 'x.pdf'],
])('a name is stored and shown without what misleads: %j as %s', async (name, kept) => {
  const requests = memoryRequests(draft());
  const body = contract.body.parse({ ...contract.examples[0].body, name });
  expect(await attach(requests, body)).toMatchObject({ status: 201 });
  const stored = await requests.find(id);
  expect(stored?.attachments.map((attachment) => attachment.name)).toEqual([kept]);
  expect(viewRequest(stored!, after(3), citizen).attachments).toMatchObject([{ name: kept }]);
});

it(`a draft holds ${ATTACHMENT_LIMIT} scans`, async () => {
  const requests = memoryRequests(draft());
  for (let index = 0; index < ATTACHMENT_LIMIT; index += 1)
    expect(await attach(requests, { ...scan, name: `scan-${index}.pdf` })).toMatchObject({ status: 201 });
  expect(await attach(requests)).toEqual({ refused: 'attachment/too-many', facts: { limit: ATTACHMENT_LIMIT } });
});

it(`a scan has up to ${ATTACHMENT_BYTES} bytes`, () => {
  expect(contract.body.safeParse({ ...scan, size: ATTACHMENT_BYTES }).success).toBe(true);
  expect(contract.body.safeParse({ ...scan, size: ATTACHMENT_BYTES + 1 }).success).toBe(false);
});

it('nothing is added to a submitted request, and others get "no such request"', async () => {
  expect(await attach(memoryRequests(submitted()))).toEqual({ refused: 'request/not-draft' });
  for (const caller of [stranger, officer])
    expect(await attach(undefined, scan, caller)).toEqual({ refused: 'request/unknown' });
  expect(await attach(undefined, scan, citizen, absent)).toEqual({ refused: 'request/unknown' });
});
