import { expect, it } from '@jest/globals';
import { escalateWork, input } from '../../../../functions/clocks/escalate-work/escalate-work.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { addTelling, MOST } from '../../../../lib/domain/request/telling.ts';
import { claim } from '../../../../lib/domain/request/work/officer.ts';
import { accepted, after, draft, must, numbered, opened, serik } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { rowTask } from '../../asked.ts';

const { id } = draft();
/** Open from the fourth to the fourteenth minute: the reminder is in the middle of the twelfth. */
const waiting = () => memoryRequests(opened(numbered(), '05-mio-accept', 'accept'));
const ring = (requests: ReturnType<typeof memoryRequests>, minutes: number, row = '05-mio-accept') =>
  escalateWork(input.parse(rowTask(row, {})), { requests, findService, now: after(minutes) });

it('before the due time it reminds, and sets the next alarm for the due time', async () => {
  const requests = waiting();
  expect(await ring(requests, 12)).toEqual({ alarmSeconds: 120 });
  const kept = await requests.find(id);
  expect(kept).toMatchObject({ work: { alarms: 1 } });
  expect(kept?.events.at(-1)).toMatchObject({ code: 'reminded', row: '05-mio-accept' });
  expect(kept?.notices.map(({ code }) => code)).not.toContain('deadline-missed');
});

it('from the due time on it escalates each working morning, and tells the applicant once', async () => {
  const requests = waiting();
  const first = await ring(requests, 14);
  expect(first).toEqual({ alarmSeconds: expect.any(Number) });
  await ring(requests, 24 * 60);
  const kept = await requests.find(id);
  expect(kept).toMatchObject({ work: { alarms: 2 } });
  expect(kept?.events.filter(({ code }) => code === 'escalated')).not.toEqual([]);
  expect(kept?.notices.filter(({ code }) => code === 'deadline-missed')).toHaveLength(1);
});

it('an old alarm before the reminder of an extended term says nothing', async () => {
  const requests = waiting();
  const before = await requests.find(id);
  expect(await ring(requests, 5)).toEqual({ alarmSeconds: 390 });
  expect(await requests.find(id)).toEqual(before);
});

it('work that was done during the alarm answers its outcome and no next alarm', async () => {
  const requests = memoryRequests(accepted());
  expect(await ring(requests, 14)).toEqual({ outcome: 'accepted' });
  expect(await requests.find(id)).toEqual(accepted());
});

it('work that was never opened is opened by the next wait, and nobody is told', async () => {
  for (const [request, row] of [
    [numbered(), '05-mio-accept'],
    // The work of the row before has ended.
    [accepted(), '06-mio-decide'],
  ] as const) {
    const requests = memoryRequests(request);
    expect(await ring(requests, 14, row)).toEqual({ alarmSeconds: 60 });
    expect(await requests.find(id)).toEqual(request);
  }
});

it('a request that has no number, or is gone, has no work: that is a defect', async () => {
  await expect(ring(memoryRequests(draft()), 14)).rejects.toThrow('cannot have work');
  await expect(ring(memoryRequests(), 14)).rejects.toThrow('cannot have work');
});

it('whoever has the work is told of each alarm, and nobody if nobody has it', async () => {
  const requests = memoryRequests(must(claim(opened(numbered(), '05-mio-accept', 'accept'), serik, after(5))));
  await ring(requests, 12);
  await ring(requests, 14);
  expect((await requests.find(id))?.telling).toMatchObject([
    { to: 'worker', code: 'work-due' },
    { to: 'worker', code: 'work-overdue' },
  ]);
  const unclaimed = waiting();
  await ring(unclaimed, 12);
  expect((await unclaimed.find(id))?.telling).toBeUndefined();
});

it('if too many are still to be told of something, the alarm rings all the same', async () => {
  let request = must(claim(opened(numbered(), '05-mio-accept', 'accept'), serik, after(5)));
  for (let n = 0; n < MOST; n += 1)
    request = must(
      addTelling(request, { id: `${n}`, to: 'heads', at: after(5).toISOString(), code: 'proposal-waits', facts: {} }),
    );
  const requests = memoryRequests(request);
  await ring(requests, 12);
  expect(await requests.find(id)).toMatchObject({ work: { alarms: 1 }, telling: { length: MOST } });
});
