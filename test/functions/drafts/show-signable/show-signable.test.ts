import { createHash } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/drafts/show-signable/contract.ts';
import { showSignable } from '../../../../functions/drafts/show-signable/show-signable.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import type { Request } from '../../../../lib/domain/request/request.ts';
import { signableBytes } from '../../../../lib/domain/request/submission/submission.ts';
import { after, draft, submitted } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { noScans } from '../../../lib/domain/request/no-scans.ts';
import { asked, bodyOf } from '../../asked.ts';
import { absent, citizen, officer, stranger } from '../../cast.ts';

const filled = { postalCode: '160000', phone: '87252000000', sik: 'А123456789012345' };
const full = { ...draft(), form: { ...draft().form, ...filled } };
const show = (request: Request = full, caller: Caller = citizen, id = request.id) =>
  showSignable(asked({ params: { id } }), caller, {
    ...noScans,
    requests: memoryRequests(request),
    findService,
    now: after(1),
  });

it('the bytes to sign are those of the later submission, and name who signs what', async () => {
  const { content, sha256 } = bodyOf(contract, await show());
  const bytes = Buffer.from(content, 'base64');
  expect(bytes.equals(signableBytes(full))).toBe(true);
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  expect(JSON.parse(bytes.toString())).toMatchObject({
    ...{ request: full.id, service: full.service, form: full.form },
    signer: { iin: full.applicant.iin },
  });
});

it('a form with gaps is not signed: each missing field is named', async () => {
  expect(await show(draft())).toMatchObject({
    refused: 'form/invalid',
    errors: [
      { field: '/form/postalCode', rule: 'required' },
      { field: '/form/phone', rule: 'required' },
      { field: '/form/sik', rule: 'required' },
    ],
  });
});

it('a form whose scans are missing is not signed', async () => {
  const scan = { id: absent, name: 'scan.pdf', type: 'application/pdf', size: 9, sha256: 'ab'.repeat(32) } as const;
  const announced: Request = { ...full, attachments: [{ ...scan, addedAt: '2026-11-23T05:00:00.000Z' }] };
  expect(await show(announced)).toMatchObject({
    refused: 'attachment/not-uploaded',
    errors: [{ field: `/attachments/${absent}`, rule: 'uploaded' }],
    inWords: { ru: 'scan.pdf: Файл не загружен: загрузите его ещё раз.' },
  });
});

it('nothing is signed twice, or for an unknown service', async () => {
  expect(await show(submitted())).toEqual({ refused: 'request/not-draft' });
  expect(await show({ ...full, service: 'moon' })).toEqual({ refused: 'service/unknown' });
});

it('others get "no such request"', async () => {
  for (const caller of [stranger, officer]) expect(await show(full, caller)).toEqual({ refused: 'request/unknown' });
  expect(await show(full, citizen, absent)).toEqual({ refused: 'request/unknown' });
});
