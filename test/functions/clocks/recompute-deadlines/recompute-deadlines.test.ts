import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { recomputeDeadlines } from '../../../../functions/clocks/recompute-deadlines/recompute-deadlines.ts';
import { openRequests } from '../../../../lib/adapters/dynamo/requests.ts';
import { kazakhstan, workingDays } from '../../../../lib/domain/calendar/calendar.ts';
import { kazakhstanData } from '../../../../lib/domain/calendar/working-days.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { openWork } from '../../../../lib/domain/request/rows/rows.ts';
import { isNumbered, type Request } from '../../../../lib/domain/request/request.ts';
import { openMemoryTable } from '../../../lib/adapters/identity/memory-table.ts';
import { after, at, numbered } from '../../../lib/domain/request/example.ts';

let table: Awaited<ReturnType<typeof openMemoryTable>>;
beforeAll(async () => (table = await openMemoryTable()));
afterAll(() => table.close());

/** More than a page, of two offices; ten minutes from 13:55 on 26 November, so that they end on the same day. */
const count = 130;
const idOf = (index: number) => `01KAH7M00000000000000${String(index).padStart(5, '0')}`;
const request = (index: number): Request => {
  const open = openWork(numbered(), at('06-mio-decide', 4), {
    task: 'decide',
    by: 'mio',
    term: { value: 3, unit: 'business_day' },
    dueAt: '2026-11-26T13:30:00.000Z',
    token: `token-${index}`,
  });
  const office = index % 2 === 0 ? 'south-kazakhstan-employment-arys' : 'south-kazakhstan-employment-baidibek';
  return { ...open, id: idOf(index), office };
};

describe('recomputing the deadlines of everything open', () => {
  it('moves all open work of every office, and nothing the second time', async () => {
    const requests = openRequests(table);
    for (let index = 0; index < count; index += 1) await requests.add(request(index));
    const moved = [{ from: '2026-12-05', to: '2026-11-26' }];
    const days = workingDays({ ...kazakhstanData, moved: [...kazakhstanData.moved, ...moved] });
    const needs = {
      requests,
      findService,
      places: ['south-kazakhstan-employment-arys', 'south-kazakhstan-employment-baidibek', 'mangystau-employment'],
      workingDays: days,
      now: after(60),
    };
    expect(await recomputeDeadlines(needs)).toEqual({ open: count, moved: count, failed: 0 });
    const found = await requests.find(idOf(count - 1));
    expect(found && isNumbered(found) && found.work?.dueAt).toBe('2026-11-27T13:30:00.000Z');
    expect(await recomputeDeadlines(needs)).toEqual({ open: count, moved: 0, failed: 0 });
  });

  it('continues when one fails', async () => {
    const requests = openRequests(table);
    await requests.add({ ...request(count), service: 'nowhere-nothing' });
    const needs = { requests, findService, workingDays: kazakhstan, now: after(90) };
    const answer = await recomputeDeadlines({ ...needs, places: ['south-kazakhstan-employment-arys'] });
    expect(answer).toEqual({ open: count / 2 + 1, moved: count / 2, failed: 1 });
  });
});
