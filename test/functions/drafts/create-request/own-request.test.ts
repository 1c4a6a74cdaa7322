import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/drafts/create-request/contract.ts';
import { createRequest } from '../../../../functions/drafts/create-request/create-request.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { accountOf, daniyar, saule } from '../../../lib/adapters/identity/people.ts';

const office = 'south-kazakhstan-employment-arys';
const officer = accountOf(saule, 'mio-officer', office);
const file = (iin: string) =>
  createRequest(
    {
      body: contract.body.parse({
        ...{ service: 'south-kazakhstan-unemployed-certificate', channel: 'mio', office },
        applicant: { iin, fullName: 'Ахметова Сауле', language: 'ru' },
      }),
      ...{ headers: {}, params: undefined, query: undefined, language: 'ru', sourceIp: '' },
    },
    { account: officer.id, role: 'mio-officer', session: 's', office },
    {
      ...{ findService, offeredIn: () => ({ from: '2012-07-01' }), newId: () => '01KAH7M0000000000000000000' },
      requests: { find: async () => undefined, add: async () => 'added' },
      keys: { claim: async (_account, _key, _fingerprint, id) => id },
      accounts: { find: async () => officer, findByIin: async () => undefined },
      now: new Date('2026-11-22T05:00:00Z'),
    },
  );

it('employees file for visitors, but not for themselves', async () => {
  expect(await file(saule)).toEqual({ refused: 'work/own-request' });
  expect(await file(daniyar)).toMatchObject({ status: 201 });
});
