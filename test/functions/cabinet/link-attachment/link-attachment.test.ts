import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/cabinet/link-attachment/contract.ts';
import { linkAttachment } from '../../../../functions/cabinet/link-attachment/link-attachment.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import type { Attachment } from '../../../../lib/domain/request/request.ts';
import { after, draft, submitted } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { asked, bodyOf } from '../../asked.ts';
import { absent, auditor, citizen, elsewhere, officer, stranger } from '../../cast.ts';

const scan: Attachment = {
  ...{ id: '01KAH7M0000000000000000001', name: 'scan.pdf', size: 9, sha256: 'ab'.repeat(32) },
  type: 'application/pdf',
  addedAt: after(0).toISOString(),
};
const ask = (caller: Caller, { id = draft().id, attachment = scan.id, state = submitted } = {}) =>
  linkAttachment(asked({ params: { id, attachment } }), caller, {
    requests: memoryRequests({ ...state(), attachments: [scan] }),
    attachments: { downloadLink: async (request, { id: file }) => `https://bucket.example/${request}/${file}` },
  });

it('a scan is linked for five minutes for everybody who may read the request', async () => {
  const link = { url: `https://bucket.example/${draft().id}/${scan.id}`, expiresInSeconds: 300 };
  for (const caller of [citizen, officer, auditor]) expect(bodyOf(contract, await ask(caller))).toEqual(link);
});

it('a scan that the request does not have is refused', async () => {
  expect(await ask(citizen, { attachment: absent })).toEqual({ refused: 'attachment/unknown' });
});

it('others get "no such request", and only the applicant sees a draft', async () => {
  for (const caller of [stranger, elsewhere]) expect(await ask(caller)).toEqual({ refused: 'request/unknown' });
  for (const caller of [officer, auditor])
    expect(await ask(caller, { state: draft })).toEqual({ refused: 'request/unknown' });
  expect(await ask(citizen, { id: absent })).toEqual({ refused: 'request/unknown' });
});
