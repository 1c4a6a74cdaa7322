import { expect, it } from '@jest/globals';
import { changeRequest } from '../../../../functions/drafts/change-request/change-request.ts';
import { contract } from '../../../../functions/drafts/change-request/contract.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { DRAFT_DAYS } from '../../../../lib/domain/request/draft/draft.ts';
import { after, draft, submitted } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { asked, bodyOf } from '../../asked.ts';
import { absent, citizen, officer, stranger } from '../../cast.ts';

const { id } = draft();
const filled = { postalCode: '160012', phone: '87252530000' };
const change = (
  requests = memoryRequests(draft()),
  form: Record<string, string> = filled,
  caller: Caller = citizen,
  of = id,
) =>
  changeRequest(asked({ params: { id: of }, body: { form, formVersion: 0 } }), caller, {
    requests,
    findService,
    now: after(3),
  });

it('a draft may have gaps, and lives on for as long as a new one', async () => {
  const expiresAt = new Date(after(3).getTime() + DRAFT_DAYS * 86_400_000).toISOString();
  expect(bodyOf(contract, await change())).toMatchObject({ state: 'draft', form: filled, expiresAt });
});

it('the same form again is no change', async () => {
  const requests = memoryRequests(draft());
  await change(requests);
  const once = await requests.find(id);
  bodyOf(contract, await change(requests));
  expect(await requests.find(id)).toEqual(once);
});

it('an older window does not overwrite a newer one, and learns which fields differ', async () => {
  const requests = memoryRequests(draft());
  const save = (form: Record<string, string>, formVersion: number) =>
    changeRequest(asked({ params: { id }, body: { form, formVersion } }), citizen, {
      ...{ requests, findService, now: after(3) },
    });
  expect(bodyOf(contract, await save(filled, 0))).toMatchObject({ formVersion: 1 });
  expect(await save({ ...filled, phone: '87252530001' }, 0)).toEqual({
    refused: 'form/newer',
    extension: { formVersion: 1, changed: ['phone'] },
  });
  expect(await requests.find(id)).toMatchObject({ form: filled });
  expect(bodyOf(contract, await save({ ...filled, phone: '87252530001' }, 1))).toMatchObject({ formVersion: 2 });
});

it('without the version nothing is saved, so that no client overwrites what it has not seen', async () => {
  const requests = memoryRequests(draft());
  const asking = asked({ params: { id }, body: { form: filled } });
  const refused = await changeRequest(asking, citizen, { requests, findService, now: after(3) });
  expect(refused).toEqual({ refused: 'form/version-needed' });
  expect(await requests.find(id)).toEqual(draft());
});

it('a wrong form is refused by field, and nothing of it is kept', async () => {
  const requests = memoryRequests(draft());
  const refused = await change(requests, { ...filled, postalCode: '16001', colour: 'blue', iin: '880414400019' });
  expect(refused).toMatchObject({
    refused: 'form/invalid',
    errors: [
      { field: '/form/colour', rule: 'unknown-field' },
      { field: '/form/iin', rule: 'applicant-iin' },
      { field: '/form/postalCode', rule: 'length', given: '16001' },
    ],
  });
  expect(await requests.find(id)).toEqual(draft());
});

it('a submitted request cannot be changed, and others get "no such request"', async () => {
  expect(await change(memoryRequests(submitted()))).toEqual({ refused: 'request/not-draft' });
  for (const caller of [stranger, officer])
    expect(await change(undefined, filled, caller)).toEqual({ refused: 'request/unknown' });
  expect(await change(undefined, filled, citizen, absent)).toEqual({ refused: 'request/unknown' });
});
