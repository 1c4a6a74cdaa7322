import { beforeAll, expect, it } from '@jest/globals';
import { showWithdrawal } from '../../../../functions/submission/show-withdrawal/show-withdrawal.ts';
import { contract as signable } from '../../../../functions/submission/show-withdrawal/contract.ts';
import { contract } from '../../../../functions/submission/withdraw-request/contract.ts';
import { withdrawRequest } from '../../../../functions/submission/withdraw-request/withdraw-request.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import type { RequestIn } from '../../../../lib/domain/request/request.ts';
import { binOf, sign } from '../../../lib/adapters/trust/authority.ts';
import { saule } from '../../../lib/adapters/identity/people.ts';
import { accepted, after, created, draft, opened } from '../../../lib/domain/request/example.ts';
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
/** Tokens that the machine was told, with what. */
const told: string[][] = [];
const machines = { signal: async (...said: [string, string]) => void told.push(said) };
const withdraw = (cms: string, { requests = memoryRequests(waiting), caller = citizen, of = id } = {}) =>
  withdrawRequest(asked({ params: { id: of }, body: { cms } }), caller, {
    ...{ requests, accounts, findService, machines, now: after(40) },
    ...{ documents: eds.documents, refused: eds.refused, checkEds: eds.checkEds, binOf, stamps: true },
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

it('before the decision it takes the request back, and tells the machine', async () => {
  const requests = memoryRequests(opened(accepted(), '06-mio-decide', 'decide', 'token'));
  const cms = await cmsOf(requests);
  for (let times = 0; times < 2; times += 1)
    expect(bodyOf(contract, await withdraw(cms, { requests }))).toMatchObject({ state: 'taken-back' });
  expect(told).toEqual([['token', 'taken-back']]);
  const { signed } = (await requests.find(id)) as RequestIn<'taken-back'>;
  for (const key of [signed.cmsKey, signed.reportKey, signed.evidenceKey]) expect(eds.files.has(key)).toBe(true);
});

it('the words that leave a queue take no request back', async () => {
  const requests = memoryRequests(accepted());
  expect(await withdraw(await cmsOf(), { requests })).toMatchObject({ refused: 'eds/failed' });
});

it('what is decided, not submitted or does not exist is refused', async () => {
  expect(await withdraw('MAA=', { requests: memoryRequests(created()) })).toEqual({ refused: 'withdrawal/too-late' });
  expect(await withdraw('MAA=', { requests: memoryRequests(draft()) })).toEqual({ refused: 'withdrawal/too-early' });
  expect(await withdraw('MAA=', { of: absent })).toEqual({ refused: 'request/unknown' });
});
