import { expect, it } from '@jest/globals';
import { discardRequest } from '../../../../functions/drafts/discard-request/discard-request.ts';
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
async function discard(requests = withScan(), caller: Caller = citizen, of = id) {
  const removed: string[] = [];
  const attachments = { remove: async (request: string, file: string) => void removed.push(`${request}/${file}`) };
  const needs = { requests, attachments: attachments as never, now: after(3) };
  return { removed, answered: await discardRequest(asked({ params: { id: of } }), caller, needs) };
}

it('neither the form nor the scans of a discarded draft are kept', async () => {
  const requests = withScan();
  expect(await discard(requests)).toEqual({ answered: {}, removed: [`${id}/${scan.id}`] });
  expect(await requests.find(id)).toMatchObject({ state: 'discarded', form: {}, attachments: [] });
});

it('discarding a draft a second time changes nothing', async () => {
  const requests = withScan();
  await discard(requests);
  const once = await requests.find(id);
  expect(await discard(requests)).toEqual({ answered: {}, removed: [] });
  expect(await requests.find(id)).toEqual(once);
});

it('a submitted request cannot be discarded, and others get "no such request"', async () => {
  const sent = memoryRequests({ ...submitted(), attachments: [scan] });
  expect(await discard(sent)).toEqual({ answered: { refused: 'request/not-draft' }, removed: [] });
  for (const caller of [stranger, officer])
    expect(await discard(withScan(), caller)).toEqual({ answered: { refused: 'request/unknown' }, removed: [] });
  expect((await discard(withScan(), citizen, absent)).answered).toEqual({ refused: 'request/unknown' });
});
