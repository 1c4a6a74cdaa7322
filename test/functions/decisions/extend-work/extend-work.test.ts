import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/decisions/extend-work/contract.ts';
import { extendWork } from '../../../../functions/decisions/extend-work/extend-work.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { openWork } from '../../../../lib/domain/request/rows/rows.ts';
import { claim } from '../../../../lib/domain/request/work/officer.ts';
import { accepted, after, at, draft, must, opened, serik } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { asked, bodyOf } from '../../asked.ts';
import { absent, accounts, citizen, colleague, elsewhere, interested, officer } from '../../cast.ts';

const { id } = draft();
const opening = { task: 'decide', by: 'mio', dueAt: after(14).toISOString(), token: 't' } as const;
const waiting = openWork(accepted(), at('06-mio-decide', 6), {
  ...opening,
  extendable: { value: 2, unit: 'business_day' },
});
const claimed = must(claim(waiting, serik, after(7)));
/** A day of the longest term has passed already. */
const nextDay = after(24 * 60);
const extend = (requests = memoryRequests(claimed), caller: Caller = officer, more: object = {}, of = id) =>
  extendWork(asked({ params: { id: of }, body: { ground: 'many-records' } }), caller, {
    requests,
    accounts,
    findService,
    now: nextDay,
    ...more,
  });

it('claimed work is extended to the longest term from its opening, and the applicant is told', async () => {
  const requests = memoryRequests(claimed);
  const { dueAt = '' } = bodyOf(contract, await extend(requests));
  expect(dueAt.slice(0, 10)).toBe('2026-11-25');
  const kept = await requests.find(id);
  expect(kept).toMatchObject({ work: { dueAt } });
  expect(kept?.events.at(-1)).toMatchObject({ code: 'extended', facts: { ground: 'many-records' } });
  expect(kept?.notices.at(-1)).toMatchObject({ code: 'deadline-moved', facts: { dueAt } });
});

it('work is extended only once', async () => {
  const requests = memoryRequests(claimed);
  await extend(requests);
  const once = await requests.find(id);
  expect(await extend(requests)).toEqual({ refused: 'work/not-extendable' });
  expect(await requests.find(id)).toEqual(once);
});

it('work is extended only if the regulation allows it, and only by the officer who claimed it', async () => {
  const fixed = must(claim(opened(accepted(), '06-mio-decide', 'decide'), serik, after(7)));
  expect(await extend(memoryRequests(fixed))).toEqual({ refused: 'work/not-extendable' });
  expect(await extend(memoryRequests(waiting))).toEqual({ refused: 'work/not-claimed' });
  expect(await extend(undefined, colleague)).toEqual({ refused: 'work/not-claimed' });
  expect(await extend(undefined, officer, { accounts: interested })).toEqual({ refused: 'work/own-request' });
  expect(await extend(undefined, officer, { findService: () => undefined })).toEqual({ refused: 'service/unknown' });
});

it('another office, an applicant, or an unknown request gets "no such work"', async () => {
  for (const caller of [elsewhere, citizen])
    expect(await extend(undefined, caller)).toEqual({ refused: 'work/unknown' });
  expect(await extend(undefined, officer, {}, absent)).toEqual({ refused: 'work/unknown' });
});
