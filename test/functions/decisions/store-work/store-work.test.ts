import { expect, it } from '@jest/globals';
import { escalateWork } from '../../../../functions/clocks/escalate-work/escalate-work.ts';
import { contract } from '../../../../functions/decisions/store-work/contract.ts';
import { storeWork } from '../../../../functions/decisions/store-work/store-work.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { claim, finish } from '../../../../lib/domain/request/work/officer.ts';
import { after, created, draft, gulnar, must, opened, serik, signed } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { asked, bodyOf, rowTask } from '../../asked.ts';
import { absent, accounts, citizen, elsewhere, interested, officer } from '../../cast.ts';

const { id } = draft();
const waiting = opened(signed(), '13-mio-hand-over', 'hand-over', 'token-9');
const late = 24 * 60;
const store = (
  requests = memoryRequests(waiting),
  { caller = officer, place = 'Сейф № 2', of = id, minutes = late, known = accounts } = {},
) =>
  storeWork(asked({ params: { id: of }, body: { place } }), caller, {
    ...{ requests, accounts: known, findService, now: after(minutes) },
  });

it('a result that nobody has collected in time is put away, and everybody in the office sees where', async () => {
  const requests = memoryRequests(must(claim(waiting, serik, after(15))));
  const at = after(late).toISOString();
  const shown = bodyOf(contract, await store(requests));
  expect(shown).toMatchObject({ task: 'hand-over', stored: { at, place: 'Сейф № 2' } });
  expect(shown).not.toHaveProperty('claimedBy');
  const once = await requests.find(id);
  expect(once?.events.at(-1)).toMatchObject({ code: 'stored', by: serik.account, facts: { place: 'Сейф № 2' } });
  await store(requests, { minutes: late + 1 });
  expect(await requests.find(id)).toEqual(once);
});

it('it rings no more, and its applicant is never told that their request is late', async () => {
  const ring = async (requests: ReturnType<typeof memoryRequests>) => {
    await escalateWork(rowTask('13-mio-hand-over', {}), { requests, findService, now: after(late + 60) });
    return (await requests.find(id))!;
  };
  const open = await ring(memoryRequests(waiting));
  expect(open.events.at(-1)?.code).toBe('escalated');
  expect(open.notices.map(({ code }) => code)).not.toContain('deadline-missed');
  const requests = memoryRequests(waiting);
  await store(requests);
  expect((await ring(requests)).events.at(-1)?.code).toBe('stored');
});

it('it is handed over as any other when somebody comes', async () => {
  const requests = memoryRequests(waiting);
  await store(requests);
  const claimed = must(claim((await requests.find(id))!, gulnar, after(late + 5)));
  const recipient = { who: 'applicant', document: { kind: 'passport', number: 'N 012345' } } as const;
  expect(must(finish(claimed, { recipient }, gulnar, after(late + 6)))).toMatchObject({
    output: { handedTo: { recipient } },
  });
});

it('before the term has passed, while a colleague has it, or for another task nothing is put away', async () => {
  expect(await store(undefined, { minutes: 14 })).toEqual({ refused: 'work/not-overdue' });
  expect(await store(memoryRequests(must(claim(waiting, gulnar, after(15)))))).toMatchObject({
    refused: 'work/claimed',
  });
  expect(await store(memoryRequests(opened(created(), '12-mio-sign', 'sign')))).toMatchObject({
    refused: 'work/other-task',
  });
  expect(await store(undefined, { known: interested })).toEqual({ refused: 'work/own-request' });
});

it('another office, an applicant, or an unknown request gets "no such work"', async () => {
  for (const caller of [elsewhere, citizen])
    expect(await store(undefined, { caller })).toEqual({ refused: 'work/unknown' });
  expect(await store(undefined, { of: absent })).toEqual({ refused: 'work/unknown' });
});
