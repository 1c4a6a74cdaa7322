import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/queue/find-requests/contract.ts';
import { findRequests } from '../../../../functions/queue/find-requests/find-requests.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { after, draft, numbered } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { asked, bodyOf } from '../../asked.ts';
import { auditor, elsewhere, officer } from '../../cast.ts';

const request = numbered();
const { iin, fullName } = request.applicant;
const number = 'number' in request ? String(request.number) : '';
const requests = memoryRequests(request, { ...draft(), id: '01KAH7M0000000000000000002' });
const find = (body: object, caller: Caller = officer) =>
  findRequests(asked({ body: contract.body.parse(body) }), caller, { requests, findService, now: after(60) });
const idsOf = async (body: object, caller?: Caller) =>
  bodyOf(contract, await find(body, caller)).requests.map(({ id }) => id);

it('finds a number as people type it', async () => {
  expect(await idsOf({ number: ` ${number.toLowerCase().replaceAll('-', ' – ')} ` })).toEqual([request.id]);
  expect(await idsOf({ number: 'nothing' })).toEqual([]);
});

it('finds what was submitted for an IIN, and no drafts', async () => {
  expect(await idsOf({ iin })).toEqual([request.id]);
});

it('finds a name by the beginnings of its words, typed without the Kazakh letters', async () => {
  const typed = fullName.toUpperCase().replaceAll('Ә', 'А').replaceAll('І', 'И').slice(0, -1);
  expect(await idsOf({ name: typed })).toEqual([request.id]);
  expect(await idsOf({ name: 'Никто' })).toEqual([]);
  expect(await idsOf({ name: fullName, since: after(50).toISOString() })).toEqual([]);
});

it('shows employees what their office has, and the auditor everything', async () => {
  for (const sought of [{ number }, { iin }, { name: fullName }]) expect(await idsOf(sought, elsewhere)).toEqual([]);
  expect(await idsOf({ name: fullName, office: request.office }, elsewhere)).toEqual([]);
  expect(await idsOf({ number }, auditor)).toEqual([request.id]);
  expect(await idsOf({ iin }, auditor)).toEqual([request.id]);
  expect(await idsOf({ name: fullName, office: request.office }, auditor)).toEqual([request.id]);
  expect(await find({ name: fullName }, auditor)).toMatchObject({ refused: 'form/invalid' });
});

it('asks for one thing', () => {
  expect(contract.body.safeParse({}).success).toBe(false);
  expect(contract.body.safeParse({ iin, number }).success).toBe(false);
});
