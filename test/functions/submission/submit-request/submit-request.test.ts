import { beforeAll, expect, it } from '@jest/globals';
import { contract } from '../../../../functions/submission/submit-request/contract.ts';
import { submitRequest } from '../../../../functions/submission/submit-request/submit-request.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { discard } from '../../../../lib/domain/request/draft/draft.ts';
import type { DraftRequest } from '../../../../lib/domain/request/request.ts';
import { signableBytes } from '../../../../lib/domain/request/submission/submission.ts';
import { saule } from '../../../lib/adapters/identity/people.ts';
import { binOf, sign } from '../../../lib/adapters/trust/authority.ts';
import { after, draft, must } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { noScans } from '../../../lib/domain/request/no-scans.ts';
import { asked, bodyOf } from '../../asked.ts';
import { absent, accountsOf, citizen, machines, officer, stranger } from '../../cast.ts';
import { fieldTexts } from '../../../../lib/domain/problem/field-text.ts';
import type { PersonRole } from '../../../../lib/local/authority/profile.ts';
import { demoIin } from '../../../../lib/local/demo/demo-number.ts';
import { memoryEds } from '../../memory-eds.ts';

let eds: Awaited<ReturnType<typeof memoryEds>>;
beforeAll(async () => (eds = await memoryEds()));

const { id, applicant } = draft();
const filled = { postalCode: '160000', phone: '87252000000', sik: 'А123456789012345' };
const full: DraftRequest = { ...draft(), form: { ...draft().form, ...filled } };
const cmsOf = async (request = full, iin = applicant.iin) =>
  Buffer.from(sign(await eds.authority.issue(iin, 'signature'), signableBytes(request))).toString('base64');
const submit = (
  cms: string,
  {
    requests = memoryRequests(full),
    caller = citizen,
    of = id,
    started = machines(),
    until = '2099-12-31',
    accounts = accountsOf(),
  } = {},
) =>
  submitRequest(asked({ params: { id: of }, body: { cms } }), caller, {
    ...{ requests, accounts, findService, machines: started, ...noScans, now: after(3) },
    ...{
      documents: eds.documents,
      refused: eds.refused,
      checkEds: eds.checkEds,
      binOf,
      stamps: true,
      childKey: async (iin: string) => iin,
    },
    offeredIn: () => ({ from: '2012-07-01', until }),
  });

it('an application with the applicant’s EDS is submitted and its machine started', async () => {
  const [requests, started] = [memoryRequests(full), machines()];
  const shown = bodyOf(contract, await submit(await cmsOf(), { requests, started }));
  expect(shown).toMatchObject({ state: 'submitted', submittedAt: after(3).toISOString() });
  expect(started.started).toEqual([id]);
  expect(await requests.find(id)).toMatchObject({ pending: 'start', submission: { signerIin: applicant.iin } });
});

it('the same signature again changes nothing; another one is refused', async () => {
  const [requests, started, cms] = [memoryRequests(full), machines(), await cmsOf()];
  await submit(cms, { requests });
  const once = await requests.find(id);
  bodyOf(contract, await submit(cms, { requests, started }));
  expect(started.started).toEqual([id]);
  expect(await submit(await cmsOf(), { requests })).toEqual({ refused: 'request/submitted-otherwise' });
  expect(await requests.find(id)).toEqual(once);
});

it("another person's signature, or one over another form, leaves a draft whose history says so", async () => {
  const requests = memoryRequests(full);
  for (const cms of [await cmsOf(full, saule), await cmsOf({ ...full, office: 'turkestan' })])
    expect(await submit(cms, { requests })).toMatchObject({ refused: 'eds/failed' });
  const kept = await requests.find(id);
  expect(kept).toMatchObject({ state: 'draft', form: full.form });
  expect(kept?.events.at(-1)).toMatchObject({ code: 'signature-refused' });
});

it('gaps in the form and scans that were not uploaded are named', async () => {
  expect(await submit('MAA=', { requests: memoryRequests(draft()) })).toMatchObject({
    ...{
      refused: 'form/invalid',
      errors: [{ field: '/form/postalCode' }, { field: '/form/phone' }, { field: '/form/sik' }],
    },
  });
  const scan = { id: absent, name: 'scan.pdf', type: 'application/pdf', size: 9, sha256: 'ab'.repeat(32) } as const;
  const announced: DraftRequest = { ...full, attachments: [{ ...scan, addedAt: after(1).toISOString() }] };
  expect(await submit(await cmsOf(announced), { requests: memoryRequests(announced) })).toMatchObject({
    ...{ refused: 'attachment/not-uploaded', errors: [{ field: `/attachments/${absent}`, rule: 'uploaded' }] },
  });
});

it('nothing is submitted for an unknown or no longer offered service, or from a discarded draft', async () => {
  const moon = memoryRequests({ ...full, service: 'moon' });
  expect(await submit('MAA=', { requests: moon })).toEqual({ refused: 'service/unknown' });
  expect(await submit('MAA=', { until: '2026-11-22' })).toMatchObject({ refused: 'service/not-in-force' });
  const gone = memoryRequests(must(discard(full, 'discarded', after(2))));
  expect(await submit('MAA=', { requests: gone })).toEqual({ refused: 'request/not-draft' });
});

it('a change during the check of the signature makes the submission fail', async () => {
  const [kept, cms] = [memoryRequests(full), await cmsOf()];
  const changed = { ...full, version: 1, form: { ...full.form, phone: '87252000001' } };
  let reads = 0;
  const requests = {
    ...kept,
    find: async (of: string) => (++reads === 2 && (await kept.replace(changed, full)), kept.find(of)),
  };
  expect(await submit(cms, { requests })).toEqual({ refused: 'request/changed-meanwhile' });
  expect(await kept.find(id)).toEqual(changed);
});

it('others get "no such request"', async () => {
  for (const caller of [stranger, officer])
    expect(await submit('MAA=', { caller })).toEqual({ refused: 'request/unknown' });
  expect(await submit('MAA=', { of: absent })).toEqual({ refused: 'request/unknown' });
});

it('what an employee files for a visitor names both, and is to be told to the visitor and to the holder of the IIN, once', async () => {
  const iin = demoIin('1984-06-21', 'male', 3);
  const filedBy = {
    account: officer.account,
    iin,
    place: officer.office!,
    role: 'mio-officer',
    name: 'Демо Серік',
  } as const;
  const { account: _, ...visitor } = applicant;
  const requests = memoryRequests({ ...full, applicant: visitor, filedBy });
  const bytes = signableBytes({ ...full, applicant: visitor, filedBy });
  const cms = Buffer.from(sign(await eds.authority.issue(iin, 'signature', 'employee'), bytes)).toString('base64');
  const answered = await submit(cms, { requests, caller: officer });
  expect(answered).toMatchObject({ about: { unusual: 'filed' } });
  const shown = bodyOf(contract, answered);
  expect(shown.applicant.fullName).toBe(visitor.fullName);
  expect(shown.history.at(-1)).toMatchObject({ code: 'submitted', by: { role: 'mio-officer', name: 'Демо Серік' } });
  const kept = (await requests.find(id))!;
  const facts = { serviceRu: expect.stringContaining('справок'), office: expect.any(String) };
  expect(kept.telling).toMatchObject([{ to: 'holder', code: 'filed-for-you', facts }]);
  expect(kept.notices).toMatchObject([{ code: 'filed-for-you', email: visitor.email ? 'pending' : 'none', facts }]);
  for (const person of [iin, visitor.iin, visitor.fullName, 'Демо Серік'])
    expect(JSON.stringify([kept.telling, kept.notices])).not.toContain(person);
  await submit(cms, { requests, caller: officer });
  expect(await requests.find(id)).toEqual(kept);
});

const bin = '120140090815';
const ofCompany: DraftRequest = {
  ...full,
  service: 'south-kazakhstan-archival-certificate',
  office: 'south-kazakhstan-archives-shymkent',
  organisation: { bin },
  form: {
    iin: applicant.iin,
    phone: '87252000000',
    certificateType: 'о стаже',
    subject: 'стаж работников за 1990 год',
  },
};
const forSelf: DraftRequest = { ...ofCompany };
delete forSelf.organisation;

/** The signature of a certificate with this role and BIN over the draft. */
const signedAs = async (request: DraftRequest, role: PersonRole, of = bin, iin = applicant.iin) =>
  Buffer.from(sign(await eds.authority.issue(iin, 'signature', role, of), signableBytes(request))).toString('base64');

it.each(['firstHead', 'rightToSign'] as const)(
  'an organisation’s application passes with the certificate of a %s',
  async (role) => {
    const requests = memoryRequests(ofCompany);
    const shown = bodyOf(contract, await submit(await signedAs(ofCompany, role), { requests }));
    expect(shown).toMatchObject({
      state: 'submitted',
      organisation: { bin, name: 'СЫНАҚ' },
      applicant: { iin: applicant.iin },
    });
    expect(await requests.find(id)).toMatchObject({ submission: { signerBin: bin, signerIin: applicant.iin } });
  },
);

it.each([
  ['an employee', ofCompany, 'employee', bin, 'no-right-to-sign'],
  ['the head of another organisation', ofCompany, 'firstHead', '120140090111', 'bin-differs'],
  ['a private person', ofCompany, 'individual', bin, 'organisation-needed'],
  ['the head, for themselves', forSelf, 'firstHead', bin, 'individual-needed'],
  ['an employee, for themselves', forSelf, 'employee', bin, 'individual-needed'],
] as const)('the certificate of %s is refused, with what is needed instead', async (_, request, role, of, rule) => {
  const requests = memoryRequests(request);
  const refused = await submit(await signedAs(request, role, of), { requests });
  expect(refused).toMatchObject({
    refused: 'eds/failed',
    errors: expect.arrayContaining([
      { field: '/cms', rule, expected: expect.stringContaining(request.organisation ? bin : "private person's") },
    ]),
  });
  expect(fieldTexts[rule].ru).not.toBe('');
  expect(await requests.find(id)).toMatchObject({ state: 'draft' });
});

it("another head of the same organisation cannot sign somebody else's draft", async () => {
  const cms = await signedAs(ofCompany, 'firstHead', bin, saule);
  expect(await submit(cms, { requests: memoryRequests(ofCompany) })).toMatchObject({
    ...{ refused: 'eds/failed', errors: [{ field: '/cms', rule: 'iin-differs' }] },
  });
});

it('a signature for oneself is not one for the organisation: the bytes name the BIN', async () => {
  const cms = await signedAs(forSelf, 'firstHead');
  expect(await submit(cms, { requests: memoryRequests(ofCompany) })).toMatchObject({ refused: 'eds/failed' });
  expect(Buffer.from(signableBytes(ofCompany)).toString()).toContain(`"organisation":{"bin":"${bin}"}`);
});
