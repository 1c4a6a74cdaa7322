import { beforeAll, expect, it } from '@jest/globals';
import { showWithdrawal } from '../../../../functions/submission/show-withdrawal/show-withdrawal.ts';
import { contract as signable } from '../../../../functions/submission/show-withdrawal/contract.ts';
import { contract } from '../../../../functions/submission/withdraw-request/contract.ts';
import { withdrawRequest } from '../../../../functions/submission/withdraw-request/withdraw-request.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import type { RequestIn } from '../../../../lib/domain/request/request.ts';
import { binOf, sign } from '../../../lib/adapters/trust/authority.ts';
import { saule } from '../../../lib/adapters/identity/people.ts';
import { after, draft, numbered } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { offered, preschool } from '../../../lib/domain/request/queue-example.ts';
import { asked, bodyOf } from '../../asked.ts';
import { absent, accounts, citizen } from '../../cast.ts';
import { memoryEds } from '../../memory-eds.ts';

let eds: Awaited<ReturnType<typeof memoryEds>>;
beforeAll(async () => (eds = await memoryEds()));

const { id, applicant } = draft();
const waiting = { ...offered(), ...preschool } as RequestIn<'queued'>;

/** The bytes that the server shows, signed by the applicant or by somebody else. */
async function cmsOf(requests = memoryRequests(waiting), iin = applicant.iin) {
  const shown = bodyOf(signable, await showWithdrawal(asked({ params: { id } }), citizen, { requests, accounts }));
  const content = Buffer.from(shown.content, 'base64');
  return Buffer.from(sign(await eds.authority.issue(iin, 'signature'), content)).toString('base64');
}
const withdraw = (cms: string, { requests = memoryRequests(waiting), caller = citizen, of = id } = {}) =>
  withdrawRequest(asked({ params: { id: of }, body: { cms } }), caller, {
    ...{ requests, accounts, findService, now: after(40) },
    ...{ documents: eds.documents, refused: eds.refused, checkEds: eds.checkEds, binOf },
  });

it('the signed word takes the child out of the queue, however often it is sent, and is kept', async () => {
  const requests = memoryRequests(waiting);
  const cms = await cmsOf(requests);
  expect(bodyOf(contract, await withdraw(cms, { requests }))).toMatchObject({ state: 'left' });
  const left = (await requests.find(id)) as RequestIn<'left'>;
  expect(left).toMatchObject({ left: { because: 'word' }, queue: { offers: [{ state: 'lapsed' }] } });
  if (left.left.because !== 'word') throw new Error('by age');
  for (const key of [left.left.signed.cmsKey, left.left.signed.reportKey, left.left.signed.evidenceKey])
    expect(eds.files.has(key)).toBe(true);
  expect(bodyOf(contract, await withdraw(cms, { requests }))).toMatchObject({ state: 'left' });
  expect(await requests.find(id)).toEqual(left);
  expect(await requests.tallyQueue(waiting)).toMatchObject([{ waiting: 0, joined: 1, left: 1 }]);
});

it("another person's signature leaves the child in the queue, and the history says so", async () => {
  const requests = memoryRequests(waiting);
  expect(await withdraw(await cmsOf(requests, saule), { requests })).toMatchObject({ refused: 'eds/failed' });
  const kept = await requests.find(id);
  expect([kept?.state, kept?.events.at(-1)?.code]).toEqual(['queued', 'signature-refused']);
});

it('who does not wait, or does not exist, is refused', async () => {
  const requests = memoryRequests({ ...numbered(), ...preschool });
  expect(await withdraw('MAA=', { requests })).toEqual({ refused: 'queue/not-waiting' });
  expect(await withdraw('MAA=', { of: absent })).toEqual({ refused: 'request/unknown' });
});
