import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/cabinet/find-status/contract.ts';
import { findStatus } from '../../../../functions/cabinet/find-status/find-status.ts';
import { issued } from '../../../lib/domain/request/correction-example.ts';
import { after, numbered } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { asked, bodyOf } from '../../asked.ts';
import { accounts, colleague, elsewhere, officer } from '../../cast.ts';

const find = (number: string) =>
  findStatus(asked({ params: { number } }), officer, { requests: memoryRequests(numbered()), accounts, now: after(5) });

it('a visitor who gives the number on the notice gets the status, and nothing about the person or the form', async () => {
  const status = bodyOf(contract, await find('SK-UC-2026-000001'));
  expect(status).toMatchObject({ number: 'SK-UC-2026-000001', state: 'received', dueAt: after(60).toISOString() });
  expect(JSON.stringify(status)).not.toMatch(/900315300010|Азамат/);
});

it('an unknown number is refused', async () => {
  expect(await find('SK-UC-2026-000002')).toEqual({ refused: 'request/unknown' });
});

it.each([' sk-uc-2026-1 ', 'SK – UC – 2026 – 000001', 'SК-UС-2О26-00000l'])(
  'a number typed as "%s" is found',
  async (typed) => {
    expect(bodyOf(contract, await find(typed))).toMatchObject({ number: 'SK-UC-2026-000001' });
  },
);

it.each(['SK-UC-2026', 'SK-UC-2026-000001-0', 'SK-UC-2026-X', ''])(
  '"%s" is no number and asks no store',
  async (typed) => {
    const requests = { findByNumber: () => Promise.reject(new Error('asked')) };
    const answer = await findStatus(asked({ params: { number: typed } }), officer, {
      requests,
      accounts,
      now: after(5),
    });
    expect(answer).toEqual({ refused: 'request/unknown' });
  },
);

it('an officer with the head’s mandate may correct what their office has signed; without one, or of another office, nobody is offered it', async () => {
  const requests = memoryRequests(issued());
  const offered = async (caller: typeof officer) => {
    const found = await findStatus(asked({ params: { number: 'SK-UC-2026-000001' } }), caller, {
      ...{ requests, accounts, now: after(60) },
    });
    return bodyOf(contract, found).correction?.ways;
  };
  expect(await offered(officer)).toEqual(['withdraw', 'correct']);
  expect([await offered(colleague), await offered(elsewhere)]).toEqual([undefined, undefined]);
});
