import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/cabinet/show-signature-report/contract.ts';
import { showSignatureReport } from '../../../../functions/cabinet/show-signature-report/show-signature-report.ts';
import { openEdsCheck } from '../../../../lib/adapters/trust/check-eds.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import { recordRefusedSignature } from '../../../../lib/domain/request/draft/draft.ts';
import { answerOffer } from '../../../../lib/domain/request/queue/queue.ts';
import { isSubmitted, type Request } from '../../../../lib/domain/request/request.ts';
import { awaitStamp, keepStamp, type Stamp } from '../../../../lib/domain/signature/stamp.ts';
import { edsSettings } from '../../../lib/adapters/trust/authority.ts';
import { after, draft, must, numbered } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { answered, offered, queued, serikOffers } from '../../../lib/domain/request/queue-example.ts';
import { asked, bodyOf } from '../../asked.ts';
import { absent, auditor, citizen, elsewhere, officer, stranger } from '../../cast.ts';

/**
 * The report of bytes that are not a signature; the flows and `confirm-submission` read the stored report of a real
 * one.
 */
async function keptReport() {
  const check = openEdsCheck(edsSettings('00'.repeat(32)), { readAll: async () => new Map() });
  const checked = await check({ cms: new Uint8Array([0x30, 0]), content: new Uint8Array(), at: after(1) });
  return Buffer.from(checked.documents().report);
}
async function ask(
  request: Request,
  caller: Caller = citizen,
  language: 'ru' | 'kk' = 'ru',
  { id = request.id, isExpired = false } = {},
) {
  const report = await keptReport();
  const read: string[] = [];
  const documents = { read: async (key: string) => (read.push(key), report) };
  const requests = memoryRequests(request);
  return {
    read,
    shown: await showSignatureReport(asked({ params: { id }, language }), caller, {
      ...{ requests, documents },
      refused: { read: async (key: string) => (read.push(`refused ${key}`), isExpired ? undefined : report) },
    }),
  };
}

it('the report of the application is shown as data, and in the reader’s words', async () => {
  for (const caller of [citizen, officer, auditor]) {
    const { read, shown } = await ask(numbered(), caller);
    const body = bodyOf(contract, shown);
    expect(read).toEqual(['report']);
    expect(body.submission?.verdict).toBe('failed');
    expect(Object.keys(body.text ?? {})).toEqual(['submission']);
  }
  const [russian, kazakh] = [await ask(numbered()), await ask(numbered(), citizen, 'kk')];
  expect(bodyOf(contract, russian.shown).text).not.toEqual(bodyOf(contract, kazakh.shown).text);
});

it('the reports of the document and of each answer to an offer are shown, too', async () => {
  const declined = must(answerOffer(offered(), serikOffers.id, answered('declined', after(40)), after(40)));
  const body = bodyOf(contract, (await ask(declined)).shown);
  expect(Object.keys(body.text ?? {})).toEqual(['submission', 'output']);
  expect(body.answers).toMatchObject([{ offer: serikOffers.id, answer: 'declined' }]);
  expect(bodyOf(contract, (await ask(queued())).shown)).not.toHaveProperty('answers');
});

it('says what the signatures have got since, and until when that proves them', async () => {
  const request = numbered();
  if (!isSubmitted(request)) throw new Error('it is not submitted');
  const proof = { until: after(1e6).toISOString(), endsBy: 'tsa-certificate' } as const;
  const at = after(1).toISOString();
  const stamped = keepStamp({ part: 'ab', at, proof }, after(1));
  const having = (stamp: Stamp) => ({ ...request, submission: { ...request.submission, stamp } });
  const timestampsOf = async (of: Request) => bodyOf(contract, (await ask(of)).shown).timestamps;
  expect(await timestampsOf(having(stamped))).toEqual({ submission: { state: 'stamped', at, proof } });
  expect(await timestampsOf(having(awaitStamp(after(1))))).toEqual({ submission: { state: 'awaited' } });
  expect(await timestampsOf(request)).toBeUndefined();
});

it('a draft has no report, and others get "no such request"', async () => {
  expect((await ask(draft())).shown).toEqual({ refused: 'request/unknown' });
  for (const caller of [stranger, elsewhere])
    expect((await ask(numbered(), caller)).shown).toEqual({ refused: 'request/unknown' });
  expect((await ask(numbered(), citizen, 'ru', { id: absent })).shown).toEqual({ refused: 'request/unknown' });
});

it('of a refused signature the report is shown while it is kept', async () => {
  const refused = must(recordRefusedSignature(draft(), { failed: ['x'], cms: 'ab' }, after(1)));
  const { read, shown } = await ask(refused);
  expect(bodyOf(contract, shown).refused).toMatchObject([
    { at: after(1).toISOString(), report: { verdict: 'failed' } },
  ]);
  expect(read).toEqual([`refused requests/${draft().id}/submission/ab/report.json`]);
  expect((await ask(refused, citizen, 'ru', { isExpired: true })).shown).toEqual({ refused: 'request/unknown' });
});
