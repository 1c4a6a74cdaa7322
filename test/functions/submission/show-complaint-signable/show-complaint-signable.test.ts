import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/submission/show-complaint-signable/contract.ts';
import { showComplaintSignable } from '../../../../functions/submission/show-complaint-signable/show-complaint-signable.ts';
import { draft, numbered } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { asked, bodyOf } from '../../asked.ts';
import { accounts, citizen, stranger } from '../../cast.ts';

const told = { ground: 'inaction', text: 'Срок прошёл, ответа нет.' } as const;
const show = (body: object = told, caller = citizen, request = numbered()) =>
  showComplaintSignable(asked({ params: { id: draft().id }, body: contract.body.parse(body) }), caller, {
    requests: memoryRequests(request),
    accounts,
  });

it('shows what is said and of which application, the same each time, and stores nothing', async () => {
  const shown = bodyOf(contract, await show());
  expect(bodyOf(contract, await show())).toEqual(shown);
  expect(JSON.parse(Buffer.from(shown.content, 'base64').toString())).toMatchObject({
    ...{ request: draft().id, number: 'SK-UC-2026-000001', ...told, signer: { iin: draft().applicant.iin } },
    statement: { kk: expect.stringContaining('әрекетсіздігі'), ru: expect.stringContaining('Бездействие') },
  });
});

it('nobody else sees it, a draft has nothing to complain of, and no refusal is made up', async () => {
  expect(await show(told, { ...stranger, account: 'officer-serik', role: 'mio-officer' })).toEqual({
    refused: 'request/unknown',
  });
  expect(await show(told, citizen, draft())).toEqual({ refused: 'complaint/too-early' });
  expect(await show({ ...told, ground: 'refusal' })).toEqual({ refused: 'complaint/no-refusal' });
});

it('a text has its bounds', () => {
  const text = (length: number) => contract.body.safeParse({ ...told, text: 'ж'.repeat(length) }).success;
  expect([9, 10, 3000, 3001].map(text)).toEqual([false, true, true, false]);
  expect(contract.body.safeParse({ ...told, ground: 'weather' }).success).toBe(false);
});
