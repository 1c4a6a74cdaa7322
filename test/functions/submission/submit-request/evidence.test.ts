import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { contract } from '../../../../functions/cabinet/show-signature-report/contract.ts';
import { showSignatureReport } from '../../../../functions/cabinet/show-signature-report/show-signature-report.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import { isRefusal } from '../../../../lib/domain/problem/problem.ts';
import { isSubmitted } from '../../../../lib/domain/request/request.ts';
import { REFUSED_KEPT } from '../../../../lib/domain/request/signed.ts';
import { makeAuthority } from '../../../lib/adapters/trust/authority.ts';
import { draft } from '../../../lib/domain/request/example.ts';
import { openSigningScene, type SigningScene } from '../../signing-scene.ts';

let scene: SigningScene;
beforeAll(async () => (scene = await openSigningScene()));
afterAll(() => scene.close());

const { id, applicant } = draft();
const caller: Caller = { account: applicant.account ?? '', role: 'applicant', session: 'session' };

it('refuses by name a draft that was begun in time but is submitted when the service is no longer offered', async () => {
  const signer = await scene.authority.issue(applicant.iin, 'signature');
  const late = { until: '2026-11-22' };
  const refused = await scene.submit({ id: '01KAH7M0000000000000000001' }, caller, signer, late);
  expect(refused).toEqual({ refused: 'service/not-in-force', facts: { period: '01.01.2012 – 22.11.2026' } });
  expect(await scene.requests.find('01KAH7M0000000000000000001')).toMatchObject({ state: 'draft' });
});

it('examines the scans only after the EDS has passed, and keeps nothing of a submission without scans', async () => {
  const [own, other] = await Promise.all(
    [applicant.iin, '850505300120'].map((iin) => scene.authority.issue(iin, 'signature')),
  );
  const scan = {
    name: 'scan.pdf',
    type: 'application/pdf',
    size: 9,
    sha256: 'c'.repeat(64),
    addedAt: draft().createdAt,
  };
  for (const [signer, at, refused] of [
    [other!, '01KAH7M0000000000000000004', 'eds/failed'],
    [own!, '01KAH7M0000000000000000005', 'attachment/not-uploaded'],
  ] as const) {
    const attachments = [{ ...scan, id: at, type: 'application/pdf' as const }];
    expect(await scene.submit({ id: at, attachments }, caller, signer)).toMatchObject({ refused });
    expect(await scene.requests.find(at)).toMatchObject({ state: 'draft' });
  }
  const kept = await scene.keys('requests/01KAH7M0000000000000000005/');
  expect(kept).toEqual([]);
});

it('issues the document in the name that the EDS proves, whatever was typed', async () => {
  const signer = await scene.authority.issue(applicant.iin, 'signature');
  for (const [id, fullName, proved] of [
    ['01KAH7M0000000000000000002', 'Өтірік Біреу', 'АХМЕТОВА САУЛЕ'],
    ['01KAH7M0000000000000000003', 'Ахметова Сауле Бериковна', 'АХМЕТОВА САУЛЕ'],
    ['01KAH7M0000000000000000014', 'Ахметова Сауле', 'Ахметова Сауле'],
  ] as const) {
    const answered = await scene.submit({ id, applicant: { ...applicant, fullName } }, caller, signer);
    if (isRefusal(answered)) throw new Error(answered.refused);
    expect(await scene.requests.find(id)).toMatchObject({
      applicant: { fullName: proved },
      submission: { signerName: 'АХМЕТОВА САУЛЕ' },
    });
  }
});

it('keeps the evidence with a request: the report can be made from it again, byte for byte, and is shown in words', async () => {
  const signer = await scene.authority.issue(applicant.iin, 'signature');
  const answered = await scene.submit({}, caller, signer);
  if (isRefusal(answered)) throw new Error(answered.refused);
  const kept = await scene.requests.find(id);
  if (!kept || !isSubmitted(kept)) throw new Error('it was not submitted');
  const report = await scene.expectReplay(kept.submission);
  expect(report).toMatchObject({ verdict: 'passed' });

  const asked = { params: { id }, sourceIp: '', query: undefined, headers: undefined, body: undefined };
  for (const [language, said] of [
    ['ru', 'Подпись действительна.'],
    ['kk', 'Қолтаңба жарамды.'],
  ] as const) {
    const shown = await showSignatureReport({ ...asked, language }, caller, scene);
    if (isRefusal(shown)) throw new Error(shown.refused);
    const { submission: shownReport, text } = contract.answer.parse(shown.body);
    expect(shownReport).toEqual(report);
    expect(text?.submission.split('\n')[0]).toBe(said);
  }
});

it('shows only the filer of a draft why each of its signatures was refused, in words', async () => {
  const draftId = '01KAH7M0000000000000000006';
  const stranger = await scene.authority.issue('850505300120', 'signature');
  const refused = await scene.submit({ id: draftId }, caller, stranger);
  if (!isRefusal(refused)) throw new Error('it was submitted');
  expect(refused.inWords?.ru).toContain('не пройдена');
  expect(refused.inWords?.kk).not.toBe(refused.inWords?.ru);
  const asked = { params: { id: draftId }, sourceIp: '', query: undefined, headers: undefined, body: undefined };
  const ask = (language: 'kk' | 'ru', by = caller) => showSignatureReport({ ...asked, language }, by, scene);
  for (const [language, said] of [
    ['ru', 'Подпись не принята.'],
    ['kk', 'Қолтаңба қабылданбады.'],
  ] as const) {
    const shown = await ask(language);
    if (isRefusal(shown)) throw new Error(shown.refused);
    const { submission, refused: reports } = contract.answer.parse(shown.body);
    expect(submission).toBeUndefined();
    expect(reports).toHaveLength(1);
    expect(reports![0]!.report.verdict).toBe('failed');
    expect(reports![0]!.text).toContain(said);
  }
  expect(await ask('ru', { ...caller, account: 'another' })).toEqual({ refused: 'request/unknown' });
});

it('keeps of refused signatures three of those that a known authority vouches for, and none in the locked bucket', async () => {
  const draftId = '01KAH7M0000000000000000007';
  const strangers = ['850505300120', '880414400019', '850505300120', '880414400019', '850505300120'];
  for (const iin of strangers)
    expect(await again(draftId, await scene.authority.issue(iin, 'signature'))).toMatchObject({
      refused: 'eds/failed',
    });
  const kept = await scene.keys(`refused/requests/${draftId}/`, 'scans');
  expect(kept.filter((key) => key?.endsWith('/report.json'))).toHaveLength(REFUSED_KEPT);
  expect(kept).toHaveLength(2 * REFUSED_KEPT);
  expect(await scene.keys(`requests/${draftId}/`)).toEqual([]);
  expect(await scene.requests.find(draftId)).toMatchObject({ refusedKept: REFUSED_KEPT });
});

it('keeps nothing of a signature whose certificate leads to no anchor, and of bytes that are none', async () => {
  const draftId = '01KAH7M0000000000000000008';
  const { issue } = await makeAuthority();
  expect(await again(draftId, await issue(applicant.iin, 'signature'))).toMatchObject({
    refused: expect.stringMatching(/^eds\/(authority|failed)$/),
  });
  expect(await scene.keys(`refused/requests/${draftId}/`, 'scans')).toEqual([]);
  const events = (await scene.requests.find(draftId))?.events ?? [];
  expect(events.at(-1)).toMatchObject({ code: 'signature-refused', facts: { checks: expect.any(String) } });
  expect(events.at(-1)?.facts).not.toHaveProperty('cms');
});

/** Submits the draft with this id and a signature; begins the draft if it does not exist. */
const again = (of: string, signer: Parameters<SigningScene['submit']>[2]) => scene.submit({ id: of }, caller, signer);
