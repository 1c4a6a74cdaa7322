import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/cabinet/disown-address/contract.ts';
import { disownAddress } from '../../../../functions/cabinet/disown-address/disown-address.ts';
import type { Request } from '../../../../lib/domain/request/request.ts';
import { after, numbered } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { asked, bodyOf } from '../../asked.ts';

const secret = 'S'.repeat(43);
const told: Request = { ...numbered(), typedAddress: { digest: 'digest', sentAt: after(1).toISOString() } };
const scene = () => memoryRequests(told);
const disown = (requests: ReturnType<typeof scene>, key = `${told.id}.${secret}`) =>
  disownAddress(asked({ body: { key } }), {
    ...{ requests, now: after(2) },
    digestOf: async (text) => (text === secret ? 'digest' : `digest of ${text}`),
  });

it('the key of the letter takes the address out of the request, as often as it is sent', async () => {
  const requests = scene();
  for (let time = 0; time < 2; time += 1)
    expect(bodyOf(contract, await disown(requests))).toEqual({ request: told.id });
  expect((await requests.find(told.id))?.applicant.email).toBeUndefined();
});

it('another secret, another request and what is no key are not told apart', async () => {
  const requests = scene();
  for (const key of [`${told.id}.${'T'.repeat(43)}`, `01KAH7M0000000000000000001.${secret}`, 'nothing'])
    expect(await disown(requests, key)).toMatchObject({ refused: 'mailing/unknown' });
  expect((await requests.find(told.id))?.applicant.email).toBeDefined();
});
