import { expect, it } from '@jest/globals';
import { removeAttachment } from '../../../../functions/drafts/remove-attachment/remove-attachment.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import type { Attachment } from '../../../../lib/domain/request/request.ts';
import { after, draft, submitted } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { asked } from '../../asked.ts';
import { absent, citizen, officer, stranger } from '../../cast.ts';

const { id } = draft();
const scan: Attachment = {
  ...{ id: '01KAH7M0000000000000000001', name: 'scan.pdf', size: 9, sha256: 'ab'.repeat(32) },
  ...{ type: 'application/pdf', addedAt: after(0).toISOString() },
};
const withScan = () => memoryRequests({ ...draft(), attachments: [scan] });
async function remove(requests = withScan(), caller: Caller = citizen, { of = id, attachment = scan.id } = {}) {
  const removed: string[] = [];
  const attachments = { remove: async (request: string, file: string) => void removed.push(`${request}/${file}`) };
  const needs = { requests, attachments: attachments as never, now: after(3) };
  return { removed, answered: await removeAttachment(asked({ params: { id: of, attachment } }), caller, needs) };
}

it('a scan leaves the draft and the bucket', async () => {
  const requests = withScan();
  expect(await remove(requests)).toEqual({ answered: {}, removed: [`${id}/${scan.id}`] });
  expect(await requests.find(id)).toMatchObject({ attachments: [] });
});

it('a missing or removed scan is refused', async () => {
  const requests = withScan();
  await remove(requests);
  expect(await remove(requests)).toEqual({ answered: { refused: 'attachment/unknown' }, removed: [] });
});

it('a submitted request keeps its scans, and others get "no such request"', async () => {
  const sent = memoryRequests({ ...submitted(), attachments: [scan] });
  expect(await remove(sent)).toEqual({ answered: { refused: 'request/not-draft' }, removed: [] });
  for (const caller of [stranger, officer])
    expect(await remove(withScan(), caller)).toEqual({ answered: { refused: 'request/unknown' }, removed: [] });
  expect((await remove(withScan(), citizen, { of: absent })).answered).toEqual({ refused: 'request/unknown' });
});
