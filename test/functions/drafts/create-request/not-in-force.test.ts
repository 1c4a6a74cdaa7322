import { describe, expect, it } from '@jest/globals';
import { contract } from '../../../../functions/drafts/create-request/contract.ts';
import { createRequest } from '../../../../functions/drafts/create-request/create-request.ts';
import { problemDetails } from '../../../../lib/domain/problem/details.ts';
import { isRefusal } from '../../../../lib/domain/problem/problem.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import type { Period } from '../../../../lib/domain/regulation/offered.ts';
import { accountOf, saule } from '../../../lib/adapters/identity/people.ts';

const citizen = accountOf(saule);
const create = (period: Period, now: string) =>
  createRequest(
    {
      body: contract.body.parse({
        service: 'south-kazakhstan-unemployed-certificate',
        channel: 'portal',
        office: 'south-kazakhstan-employment-arys',
      }),
      headers: {},
      params: undefined,
      query: undefined,
      language: 'ru',
      sourceIp: '',
    },
    { account: citizen.id, role: 'applicant', session: 's' },
    {
      findService,
      offeredIn: () => period,
      requests: { find: async () => undefined, add: async () => 'added' },
      keys: { claim: async (_account, _key, _fingerprint, id) => id },
      accounts: { find: async () => citizen, findByIin: async () => undefined },
      now: new Date(now),
      newId: () => '01KAH7M0000000000000000000',
    },
  );

describe('a request for a service that is not in force', () => {
  it('is refused with the days on which it was in force, in both languages', async () => {
    const refused = await create({ from: '2012-07-01', until: '2013-12-31' }, '2026-11-22T05:00:00Z');
    if (!isRefusal(refused)) throw new Error('was not refused');
    expect(problemDetails(refused, 'ru')).toMatchObject({
      status: 422,
      code: 'service/not-in-force',
      title: 'В этот день услуга не оказывается. Срок, в который она оказывается: 01.07.2012 – 31.12.2013.',
    });
    expect(problemDetails(refused, 'kk').title).toContain('01.07.2012 – 31.12.2013');
  });

  it("is judged by the day in the office's zone, including the last evening", async () => {
    const period = { from: '2012-07-01', until: '2026-11-22' };
    expect(await create(period, '2026-11-22T18:59:00Z')).toMatchObject({ status: 201 });
    expect(await create(period, '2026-11-22T19:01:00Z')).toMatchObject({ refused: 'service/not-in-force' });
  });
});
