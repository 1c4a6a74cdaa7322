import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/cabinet/show-request/contract.ts';
import { showRequest } from '../../../../functions/cabinet/show-request/show-request.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import type { Request } from '../../../../lib/domain/request/request.ts';
import { turnAway } from '../../../../lib/domain/request/rows/rows.ts';
import { accepted, after, at, draft, numbered, serik, signed } from '../../../lib/domain/request/example.ts';
import { complained } from '../../../lib/domain/request/complaint-example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { deliver } from '../../../lib/domain/request/queue-example.ts';
import { asked, bodyOf } from '../../asked.ts';
import { absent, auditor, citizen, elsewhere, officer, stranger } from '../../cast.ts';

const ask = (request: Request, caller: Caller = citizen, id = request.id) =>
  showRequest(asked({ params: { id } }), caller, { requests: memoryRequests(request), now: after(50) });

it('status, history, term and time left are shown to the applicant, the office and the auditor', async () => {
  for (const caller of [citizen, officer, auditor])
    expect(bodyOf(contract, await ask(numbered(), caller))).toMatchObject({
      ...{ state: 'received', number: 'SK-UC-2026-000001', dueAt: after(60).toISOString(), timeLeft: 600 },
      statuses: { mio: { status: 'received' } },
      history: [{ code: 'created' }, { code: 'submitted' }, { code: 'submission-confirmed' }, { code: 'numbered' }],
    });
});

it('the decision is shown together with the document, once that is delivered', async () => {
  expect(bodyOf(contract, await ask(signed()))).not.toHaveProperty('decision');
  const issued = bodyOf(contract, await ask(deliver(accepted(), {}, 19)));
  expect(issued).toMatchObject({ state: 'issued', decision: { outcome: 'approved' }, output: { kind: 'certificate' } });
  expect(issued).not.toHaveProperty('timeLeft');
});

it('the applicant sees office, role and the name of who decided and signed; the head and the auditor see everybody', async () => {
  const actorsFor = async (caller: Caller) =>
    bodyOf(contract, await ask(deliver(accepted(), {}, 19), caller))
      .history.filter(({ by }) => by && by.role !== 'applicant')
      .map(({ code, by }) => [code, by?.role, by?.office, by?.name, by?.account]);
  const named = [
    ...['work-claimed', 'accepted', 'work-claimed', 'approved', 'work-claimed'].map((code) => [code, 'mio-officer']),
    ['output-signed', 'mio-officer'],
  ];
  const { office } = draft();
  const shown = await actorsFor(citizen);
  expect(shown.map(([code, role]) => [code, role])).toEqual(named);
  for (const [code, , at, name, account] of shown)
    expect([code, at, name, account]).toEqual([
      ...[code, office],
      code === 'approved' || code === 'output-signed' ? serik.name : undefined,
      undefined,
    ]);
  expect(await actorsFor(officer)).toEqual(shown);
  for (const caller of [auditor, { ...officer, role: 'mio-head' } as const])
    for (const [, , , ...who] of await actorsFor(caller)) expect(who).toEqual([serik.name, serik.account]);
});

it('others get "no such request", and only the applicant sees a draft', async () => {
  for (const caller of [stranger, elsewhere])
    expect(await ask(numbered(), caller)).toEqual({ refused: 'request/unknown' });
  for (const caller of [officer, auditor]) expect(await ask(draft(), caller)).toEqual({ refused: 'request/unknown' });
  expect(await ask(numbered(), citizen, absent)).toEqual({ refused: 'request/unknown' });
});

it('a refusal by a system says where it may be appealed, and what is not refused says nothing of it', async () => {
  const refused = turnAway(numbered(), at('05-mio', 20), 'documents');
  const { appeal } = bodyOf(contract, await ask(refused));
  expect(appeal?.map(({ ru }) => ru).join(' ')).toContain('Порядок обжалования разъясняет: shymkent (регламент, п. 11');
  expect(bodyOf(contract, await ask(numbered()))).not.toHaveProperty('appeal');
});

it('the applicant is told on which grounds one more complaint is taken; nobody else is', async () => {
  const { complaining } = bodyOf(contract, await ask(numbered()));
  expect([complaining?.grounds.map(({ ground }) => ground), complaining?.characters]).toEqual([
    ['action', 'inaction'],
    3000,
  ]);
  expect(bodyOf(contract, await ask(numbered(), officer))).not.toHaveProperty('complaining');
  const refused = turnAway(numbered(), at('05-mio', 20), 'documents');
  expect(bodyOf(contract, await ask(refused)).complaining?.grounds).toHaveLength(3);
  const withOne = complained(numbered());
  expect(bodyOf(contract, await ask(withOne)).complaints).toMatchObject([{ number: 'SK-CO-2026-000001' }]);
  expect(bodyOf(contract, await ask(withOne, officer))).not.toHaveProperty('complaints');
});
