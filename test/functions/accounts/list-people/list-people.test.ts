import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { contract } from '../../../../functions/accounts/list-people/contract.ts';
import { listPeople } from '../../../../functions/accounts/list-people/list-people.ts';
import { COUNTED } from '../../../../lib/adapters/http/views/person-view.ts';
import { auditor } from '../../cast.ts';
import { bodyOf } from '../../asked.ts';
import { after } from '../../../lib/domain/request/example.ts';
import { head, office, openOffice, type Office } from '../../office-scene.ts';

let scene: Office;
beforeEach(async () => (scene = await openOffice()));
afterEach(() => scene.close());

const list = async (query: object = {}, now = after(33), caller = head) =>
  bodyOf(contract, await listPeople({ query: contract.query.parse(query) }, caller, { ...scene, now }));

it('says of each who works there what they have to do, and what of it is overdue', async () => {
  for (const n of [1, 2, 9]) await scene.open(n, 'serik');
  await scene.open(3);
  const { people } = await list();
  expect(people.map(({ account }) => account)).toEqual(['member', 'gulnar', 'serik', 'head']);
  expect(people[2]).toMatchObject({ fullName: 'Демо serik', role: 'mio-officer', open: 3, overdue: 2, absences: [] });
  expect(people[1]).toMatchObject({ open: 0, overdue: 0 });
  expect(JSON.stringify(people)).not.toMatch(/8001013|@/);
});

it('says who is away until when, who stands in, and that a substitute has left', async () => {
  await scene.away('gulnar', 'serik');
  const [, gulnar, serik] = (await list()).people;
  const day = { firstDay: '2026-11-23', lastDay: '2026-11-23', now: true };
  expect(gulnar?.absences).toEqual([{ ...day, substitute: { account: 'serik', fullName: 'Демо serik' } }]);
  expect(serik?.standsInFor).toEqual([{ account: 'gulnar', fullName: 'Демо gulnar' }]);
  expect((await list({}, after(50))).people[1]?.absences).toEqual([]);
  await scene.accounts.change('serik', (kept) => ({
    ...kept,
    account: { ...kept.account, role: 'applicant' },
  }));
  expect((await list()).people[1]?.absences).toMatchObject([{ unserved: true }]);
});

it('comes page by page', async () => {
  const first = await list({ limit: '3' });
  expect(first.people).toHaveLength(3);
  const rest = await list({ limit: '3', from: first.next });
  expect(rest.people.map(({ account }) => account)).toEqual(['head']);
  expect(rest).not.toHaveProperty('next');
});

it('counts overdue work up to its bound', async () => {
  for (let n = 0; n < COUNTED + 1; n += 1) await scene.open(n, 'serik');
  const { people } = await list({}, after(999));
  expect(people[2]).toMatchObject({ open: COUNTED + 1, overdue: COUNTED });
});

it('an auditor names the office; a head names no other', async () => {
  expect((await list({ office }, after(33), { ...auditor })).people).toHaveLength(4);
  const needs = { ...scene, now: after(33) };
  const other = { query: contract.query.parse({ office: 'south-kazakhstan-employment-turkestan' }) };
  expect(await listPeople(other, head, needs)).toEqual({ refused: 'access/denied' });
  expect(await listPeople({ query: contract.query.parse({}) }, auditor, needs)).toMatchObject({
    refused: 'input/invalid',
  });
});
