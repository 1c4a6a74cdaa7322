import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/reports/list-register/contract.ts';
import { listRegister } from '../../../../functions/reports/list-register/list-register.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import type { Request } from '../../../../lib/domain/request/request.ts';
import { turnAway } from '../../../../lib/domain/request/rows/rows.ts';
import { accepted, after, at, must, numbered, signed, submitted } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { asked, bodyOf } from '../../asked.ts';
import { auditor, citizen, elsewhere, officer } from '../../cast.ts';

const idOf = (index: number) => `01KAH7M000000000000000000${index}`;
const power = {
  ...{ representativeIin: '880414400019', representativeName: 'Демо Өкіл' },
  ...{ powerNumber: '1', powerIssuedOn: '2026-11-01', powerUntil: '2027-11-01', powerNotary: 'Демо' },
};
const issued = (): Request => {
  const request = signed() as Extract<Request, { output?: unknown }>;
  return {
    ...request,
    ...{ id: idOf(3), number: 'SK-UC-2026-000003', receivedAt: after(30).toISOString() },
    form: power,
    output: { ...request.output!, deliveredAt: after(50).toISOString() },
    ...{ state: 'issued', closedAt: after(51).toISOString() },
    filedBy: { account: 'operator', iin: '900315300010', place: 'con-shymkent', name: 'Демо Динара' },
  };
};
const requests = memoryRequests(
  { ...submitted(), id: idOf(0) },
  { ...accepted(), id: idOf(1) },
  {
    ...must(
      turnAway({ ...numbered(), receivedAt: after(10).toISOString() } as Request, at('04', 12), 'no-registry-data'),
    ),
    id: idOf(2),
  },
  issued(),
);
const list = (query: object = {}, caller = officer) =>
  listRegister(asked({ query: contract.query.parse(query) }), caller, { requests, findService, now: after(90) });
const linesOf = async (query: object, caller = officer) => bodyOf(contract, await list(query, caller)).requests;
const idsOf = async (query: object, caller = officer) => (await linesOf(query, caller)).map(({ id }) => id);

it('lists what got a number, in that order, also what a system turned away afterwards', async () => {
  expect(await idsOf({})).toEqual([idOf(1), idOf(2), idOf(3)]);
  const first = bodyOf(contract, await list({ limit: 2 }));
  expect(await idsOf({ limit: 2, from: first.next })).toEqual([idOf(3)]);
  expect(await idsOf({ since: after(5).toISOString(), until: after(30).toISOString() })).toEqual([idOf(2)]);
});

it('says who has the work or decided, who filed it, and how the document reached the applicant', async () => {
  const [open, away, done] = await linesOf({});
  expect(open).toMatchObject({ number: 'SK-UC-2026-000001', state: 'in-progress', late: true });
  expect(away).toMatchObject({ state: 'turned-away', receivedAt: after(10).toISOString(), late: false });
  expect(away).not.toHaveProperty('dueAt');
  expect(done).toMatchObject({
    worker: 'Демо Серік',
    representative: { iin: '880414400019', fullName: 'Демо Өкіл' },
    filedBy: { name: 'Демо Динара', place: 'con-shymkent' },
    result: { outcome: 'approved', number: 'SK-UC-2026-000001-0', deliveredAt: after(50).toISOString() },
  });
  expect(done!.result).not.toHaveProperty('handedTo');
});

it('tells a result that was opened by its mailed address from one in the cabinet', async () => {
  const request = issued() as Extract<Request, { output?: unknown }>;
  const mailing = { no: 1, notice: 'n', askedAt: after(40).toISOString(), openings: 1, wrong: 0 } as const;
  const handedIn = async (state: 'sent' | 'opened') => {
    const output = { ...request.output!, mailings: [{ ...mailing, state }] };
    const mailed = memoryRequests({ ...request, output });
    const query = contract.query.parse({});
    const needs = { requests: mailed, findService, now: after(90) };
    return bodyOf(contract, await listRegister(asked({ query }), officer, needs)).requests[0]!.result!.handedTo;
  };
  expect([await handedIn('sent'), await handedIn('opened')]).toEqual([undefined, 'mailed']);
});

it('shows an office only its own; the auditor names one, which the access journal notes', async () => {
  expect(await idsOf({}, elsewhere)).toEqual([]);
  expect(await list({}, citizen)).toEqual({ refused: 'access/denied' });
  expect(await list({ office: 'turkestan' })).toEqual({ refused: 'access/denied' });
  expect(await list({}, auditor)).toMatchObject({ errors: [{ field: '/query/office', rule: 'required' }] });
  expect(await list({ office: 'nowhere' }, auditor)).toMatchObject({ errors: [{ rule: 'choice' }] });
  const office = 'akmola-employment-akkol';
  expect(await list({ office }, auditor)).toMatchObject({ body: { requests: [] }, about: { place: office } });
});
