import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { confirmSubmission } from '../../../../functions/intake/confirm-submission/confirm-submission.ts';
import { contract } from '../../../../functions/cabinet/show-signature-report/contract.ts';
import { showSignatureReport } from '../../../../functions/cabinet/show-signature-report/show-signature-report.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import { isRefusal } from '../../../../lib/domain/problem/problem.ts';
import { isSubmitted } from '../../../../lib/domain/request/request.ts';
import { readEvidence } from '../../../../lib/eds/evidence-file.ts';
import { after } from '../../../lib/adapters/identity/people.ts';
import { draft } from '../../../lib/domain/request/example.ts';
import { binOf, revoke } from '../../../lib/adapters/trust/authority.ts';
import { openSigningScene, type SigningScene } from '../../signing-scene.ts';
import { stampedAt, unstamped } from '../../../lib/adapters/trust/unstamped.ts';
import { handedOut } from '../../../../lib/domain/signature/stamp.ts';
import { sha256Hex } from '../../../../lib/domain/digest/sha256.ts';
import type { Extend } from '../../../../lib/adapters/trust/stamp-signatures.ts';
import { rowTask } from '../../asked.ts';

let scene: SigningScene;
beforeEach(async () => (scene = await openSigningScene()));
afterEach(() => scene.close());

const { id, applicant } = draft();
const otherId = '01KAH7M0000000000000000009';
const citizen: Caller = { account: applicant.account ?? '', role: 'applicant', session: 'session' };
const operator: Caller = { account: 'operator', role: 'con-operator', office: 'con-1', session: 'session' };
const filedBy = { account: 'operator', iin: '930405400070', place: 'con-1' };
const task = rowTask('01-pep-confirm-submission', {});

const confirm = (now = after(7260), extend: Extend = unstamped) =>
  confirmSubmission(task, {
    ...{ requests: scene.requests, documents: scene.documents, checkEds: scene.checkEds() },
    ...{ extend, now },
  });

async function kept() {
  const request = await scene.requests.find(id);
  if (!request || !isSubmitted(request)) throw new Error('it was not submitted');
  return request;
}
async function submit(
  more: Parameters<SigningScene['submit']>[0],
  ...rest: readonly [Caller, Awaited<ReturnType<SigningScene['authority']['issue']>>]
) {
  const answered = await scene.submit(more, ...rest);
  if (isRefusal(answered)) throw new Error(answered.refused);
}

describe('the second check of the application’s EDS', () => {
  it('keeps its own report and evidence, from which the report is made again, byte for byte', async () => {
    await submit({}, citizen, await scene.authority.issue(applicant.iin, 'signature'));
    expect(await confirm()).toEqual({ outcome: 'confirmed' });
    const { submission } = await kept();
    expect(submission.secondCheck).toMatchObject({ at: after(7260).toISOString(), verdict: 'passed' });
    expect(await scene.expectReplay(submission.secondCheck!)).toMatchObject({ verdict: 'passed' });
    const evidence = readEvidence(await scene.read(submission.secondCheck!.evidenceKey));
    expect(evidence).toMatchObject({ at: after(7260), receivedAt: after(7200), expected: { iin: applicant.iin } });

    const asked = { params: { id }, sourceIp: '', query: undefined, headers: undefined, body: undefined };
    const shown = await showSignatureReport({ ...asked, language: 'ru' }, citizen, scene);
    if (isRefusal(shown)) throw new Error(shown.refused);
    expect(contract.answer.parse(shown.body)).toMatchObject({ confirmation: { verdict: 'passed' } });
  });

  it('requires the same of the signer as the submission: an employee must sign in the name of their organisation', async () => {
    const signer = await scene.authority.issue(filedBy.iin, 'signature', 'employee');
    await submit({ filedBy, channel: 'con' }, operator, signer);
    expect(await confirm()).toEqual({ outcome: 'confirmed' });
    const { submission } = await kept();
    const asked = { iin: filedBy.iin, role: 'organisation', bin: await binOf() };
    for (const { evidenceKey } of [submission, submission.secondCheck!])
      expect(readEvidence(await scene.read(evidenceKey)).expected).toEqual(asked);
  });

  it('turns away an application that an employee signed as a private person', async () => {
    const signer = await scene.authority.issue(filedBy.iin, 'signature');
    const refused = await scene.submit({ id: otherId, filedBy, channel: 'con' }, operator, signer);
    expect(refused).toMatchObject({ refused: 'eds/failed' });
    // As a submission from before this was required.
    await submit({}, citizen, await scene.authority.issue(applicant.iin, 'signature'));
    const before = await kept();
    const version = before.version + 1;
    await scene.requests.replace({ ...before, version, filedBy: { ...filedBy, iin: applicant.iin } }, before);
    expect(await confirm()).toEqual({ outcome: 'unconfirmed' });
  });

  it('finds a certificate that had been revoked by then, and keeps the evidence', async () => {
    const signer = await scene.authority.issue(applicant.iin, 'signature');
    await submit({}, citizen, signer);
    scene.revoked.push(revoke(signer, after(-60)));
    expect(await confirm()).toEqual({ outcome: 'unconfirmed' });
    const request = await kept();
    expect(request).toMatchObject({ state: 'turned-away', because: 'eds-unconfirmed' });
    expect(await scene.expectReplay(request.submission.secondCheck!)).toMatchObject({ verdict: 'failed' });

    // Asked once more, with lists that know nothing: the first result stays.
    scene.revoked.length = 0;
    expect(await confirm(after(7300))).toEqual({ outcome: 'unconfirmed' });
    expect(await kept()).toEqual(request);
  });

  it('is repeated by the machine if it cannot be made, and decides nothing', async () => {
    await submit({}, citizen, await scene.authority.issue(applicant.iin, 'signature'));
    scene.lists.absent = true;
    await expect(confirm()).rejects.toThrow('cannot be checked now');
    expect((await kept()).submission.secondCheck).toBeUndefined();
  });
});

describe('the timestamp of an application', () => {
  it('is recorded by the row’s own write', async () => {
    await submit({}, citizen, await scene.authority.issue(applicant.iin, 'signature'));
    const { version, submission } = await kept();
    expect(submission.stamp).toEqual({ state: 'awaited', tries: 0, nextAt: after(7200 + 120).toISOString() });
    await confirm(after(7260), stampedAt(after(7259).toISOString()));
    const stamped = await kept();
    expect(stamped.version).toBe(version + 1);
    expect(stamped.submission).toMatchObject({ stamp: { state: 'kept', at: after(7259).toISOString() } });
    expect(await scene.read(handedOut(stamped.submission))).toBe('\u0001');
    // What arrived is still there.
    expect(sha256Hex(await scene.documents.read(submission.cmsKey))).toBe(submission.cmsSha256);
  });

  it('is left to the sweeper if no authority gives one, or asking fails: the request goes on', async () => {
    const fails: Extend = () => Promise.reject(new Error('no route to host'));
    for (const extend of [unstamped, fails]) {
      await scene.close();
      scene = await openSigningScene();
      await submit({}, citizen, await scene.authority.issue(applicant.iin, 'signature'));
      expect(await confirm(after(7260), extend)).toEqual({ outcome: 'confirmed' });
      expect((await kept()).submission.stamp).toMatchObject({ state: 'awaited', tries: 1 });
    }
  });

  it('is not asked for if the signature fails the check', async () => {
    const signer = await scene.authority.issue(applicant.iin, 'signature');
    await submit({}, citizen, signer);
    scene.revoked.push(revoke(signer, after(0)));
    const asked: string[] = [];
    const extend: Extend = async (...given) => (asked.push('asked'), unstamped(...given));
    expect(await confirm(after(7260), extend)).toEqual({ outcome: 'unconfirmed' });
    expect(asked).toEqual([]);
    expect((await kept()).submission.stamp).toBeUndefined();
  });
});
