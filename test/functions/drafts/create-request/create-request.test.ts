import { describe, expect, it } from '@jest/globals';
import { contract } from '../../../../functions/drafts/create-request/contract.ts';
import { createRequest } from '../../../../functions/drafts/create-request/create-request.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import type { Account } from '../../../../lib/domain/identity/account.ts';
import { checkDigit } from '../../../../lib/domain/identity/iin.ts';
import { refuse } from '../../../../lib/domain/problem/problem.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { after } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { asked, bodyOf } from '../../asked.ts';
import { accounts, citizen, citizenAccount, officer, stranger } from '../../cast.ts';

const application = contract.body.parse(contract.examples[0].body);
const visitor = { iin: '900101350122', fullName: 'Демо Данияр', language: 'kk' } as const;

/** Ids under the keys of one account, as the table would store them. */
function memoryKeys() {
  const known = new Map<string, { fingerprint: string; id: string }>();
  return {
    claim: async (_: string, key: string, fingerprint: string, id: string) => {
      const kept = known.get(key) ?? { fingerprint, id };
      known.set(key, kept);
      return kept.fingerprint === fingerprint ? kept.id : refuse('idempotency/mismatch');
    },
  };
}
let made = 0;
const people: Account[] = [];
const needs = () => ({
  ...{ requests: memoryRequests(), keys: memoryKeys(), findService, now: after(0) },
  accounts: { ...accounts, findByIin: async (iin: string) => people.find((each) => each.iin === iin) },
  offeredIn: () => ({ from: '2012-07-01' }),
  newId: () => `01KAH7M00000000000000001${String(++made).padStart(2, '0')}`,
});
const create = (more: Partial<typeof application> = {}, caller: Caller = citizen, over = needs(), key?: string) =>
  createRequest(
    asked({ body: { ...application, ...more }, headers: { ...(key && { 'idempotency-key': key }) } }),
    caller,
    over,
  );

it('a citizen begins an application as their own draft', async () => {
  const over = needs();
  const created = await create({}, citizen, over);
  expect(created).toMatchObject({ status: 201 });
  const { id, ...shown } = bodyOf(contract, created);
  expect(shown).toMatchObject({ state: 'draft', form: application.form, applicant: { iin: citizenAccount.iin } });
  expect(await over.requests.find(id)).toMatchObject({ applicant: { account: citizen.account }, paper: false });
});

it('the same key with the same body gives the same draft; with another body it is refused', async () => {
  const over = needs();
  const first = bodyOf(contract, await create({}, citizen, over, 'key-of-mine'));
  const again = await create({}, citizen, over, 'key-of-mine');
  expect(again).toMatchObject({ status: 200, body: { id: first.id } });
  expect(await create({ form: {} }, citizen, over, 'key-of-mine')).toEqual({ refused: 'idempotency/mismatch' });
  const { lines } = await over.requests.listByApplicant(citizen.account, { limit: 9 });
  expect(lines).toHaveLength(1);
});

it('service, channel and office are those of the regulation, and of the caller’s counter', async () => {
  expect(await create({ service: 'moon' })).toEqual({ refused: 'service/unknown' });
  expect(await create({ channel: 'mio' })).toEqual({ refused: 'service/channel', facts: { channels: 'portal' } });
  expect(await create({ office: 'moon' })).toEqual({ refused: 'service/office' });
  const filed = { channel: 'mio', applicant: visitor } as const;
  expect(await create(filed, { ...officer, office: application.office })).toMatchObject({ status: 201 });
  expect(await create(filed)).toMatchObject({ refused: 'service/channel' });
  expect(await create(filed, officer)).toEqual({ refused: 'service/office' });
});

it('employees file for visitors and sign; citizens file only for themselves', async () => {
  const over = needs();
  const clerk = { ...officer, office: application.office };
  const { id } = bodyOf(contract, await create({ channel: 'mio', applicant: visitor }, clerk, over));
  const kept = await over.requests.find(id);
  expect(kept).toMatchObject({ filedBy: { account: officer.account, place: application.office }, applicant: visitor });
  expect(kept?.applicant).not.toHaveProperty('account');
  expect(await create({ channel: 'mio' }, clerk)).toEqual({ refused: 'service/applicant' });
  expect(await create({ applicant: visitor })).toEqual({ refused: 'service/applicant' });
});

it('a form that is filled in wrongly, and a session without an account, leave nothing behind', async () => {
  const over = needs();
  expect(await create({ form: { postalCode: '1' } }, citizen, over)).toMatchObject({
    ...{ refused: 'form/invalid', errors: [{ field: '/form/postalCode', rule: 'length' }] },
  });
  expect(await create({}, stranger, over)).toEqual({ refused: 'access/unauthenticated' });
  for (const { account } of [citizen, stranger])
    expect(await over.requests.listByApplicant(account, { limit: 9 })).toEqual({ lines: [] });
});

it('a visitor whose IIN an EDS has proved gets the name in the EDS, whatever is typed', async () => {
  people.push({ ...citizenAccount, confirmed: { at: after(0).toISOString(), name: citizenAccount.fullName } });
  const file = (fullName: string) =>
    create(
      { channel: 'mio', applicant: { iin: citizenAccount.iin, fullName, language: 'ru' } },
      {
        ...officer,
        office: application.office,
      },
    );
  expect(await file('Басқа Біреу')).toMatchObject({
    refused: 'input/invalid',
    errors: [{ field: '/applicant/fullName', rule: 'name-proved' }],
  });
  expect(await file(citizenAccount.fullName.toUpperCase())).toMatchObject({ status: 201 });
  people.pop();
});

describe('a visitor whose IIN names no birth', () => {
  const iin = `90010100000${checkDigit(Array.from('90010100000', Number))}`;
  const holder = { iin, fullName: 'Демо Джон Мысалов', language: 'ru' } as const;
  const born = { birthDate: '1990-01-01', sex: 'male' } as const;
  const rulesOf = (applicant: object) =>
    contract.body
      .safeParse({ ...application, channel: 'mio', applicant })
      .error?.issues.map(({ path, ...issue }) => [path.join('/'), 'params' in issue && issue.params?.['rule']]);

  it('is served with the birth date and sex of their identity document', async () => {
    const over = needs();
    const clerk = { ...officer, office: application.office };
    const { id, applicant } = bodyOf(
      contract,
      await create({ channel: 'mio', applicant: { ...holder, ...born } }, clerk, over),
    );
    expect(applicant).toEqual({ iin, fullName: holder.fullName, ...born });
    expect(await over.requests.find(id)).toMatchObject({ applicant: { ...holder, ...born } });
  });

  it('is asked for both, and nobody else is', () => {
    expect(rulesOf({ ...holder, ...born })).toBeUndefined();
    expect(rulesOf(holder)).toEqual([
      ['applicant/birthDate', 'birth-asked'],
      ['applicant/sex', 'birth-asked'],
    ]);
    expect(rulesOf({ ...visitor, ...born })).toEqual([
      ['applicant/birthDate', 'birth-known'],
      ['applicant/sex', 'birth-known'],
    ]);
  });
});

describe('an organisation', () => {
  const bin = '120140090815';
  const archival = {
    ...{ service: 'south-kazakhstan-archival-certificate', office: 'south-kazakhstan-archives-shymkent', form: {} },
    organisation: { bin },
  };

  it('applies where the regulation lets one; whoever applies is named, and its name waits for the certificate', async () => {
    const over = needs();
    const { id, ...shown } = bodyOf(contract, await create(archival, citizen, over));
    expect(shown).toMatchObject({ organisation: { bin }, applicant: { iin: citizenAccount.iin } });
    expect(shown.organisation).toEqual({ bin });
    expect(await over.requests.find(id)).toMatchObject({ organisation: { bin } });
  });

  it('does not apply where the regulation knows people alone, nor at a counter', async () => {
    const field = { field: '/organisation', rule: 'organisation', expected: expect.any(String) };
    const refused = { refused: 'service/organisation', errors: [field] };
    expect(await create({ organisation: { bin } })).toMatchObject(refused);
    const clerk = { ...officer, office: archival.office };
    expect(await create({ ...archival, channel: 'mio', applicant: visitor }, clerk)).toMatchObject(refused);
  });

  it.each([
    ['12014009081', 'bin-digits'],
    ['129940090815', 'bin-month'],
    ['120140090816', 'bin-check-digit'],
  ])('with the number %s is refused by %s', (wrong, rule) => {
    const read = contract.body.safeParse({ ...archival, channel: 'portal', organisation: { bin: wrong } });
    expect(read.error?.issues).toMatchObject([{ path: ['organisation', 'bin'], params: { rule } }]);
  });
});
