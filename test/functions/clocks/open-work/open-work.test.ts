import { expect, it } from '@jest/globals';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { input, openWork } from '../../../../functions/clocks/open-work/open-work.ts';
import { claim } from '../../../../lib/domain/request/work/officer.ts';
import {
  accepted,
  after,
  created,
  draft,
  must,
  numbered,
  serik,
  signed,
  submitted,
} from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { rowTask } from '../../asked.ts';

const { id, office } = draft();
const opening = { task: 'accept', by: 'mio', dueAt: after(14).toISOString() };
const open = (requests: ReturnType<typeof memoryRequests>, token = 'token-1', minutes = 4) =>
  openWork(input.parse(rowTask('05-mio-accept', { ...opening, token })), {
    requests,
    findService,
    now: after(minutes),
  });

it("the work is in the office's queue with the machine's token", async () => {
  const requests = memoryRequests(numbered());
  await open(requests);
  const { lines } = await requests.listByOffice(office, { limit: 9 });
  const work = { row: '05-mio-accept', ...opening, openedAt: after(4).toISOString(), token: 'token-1', alarms: 0 };
  expect(lines).toMatchObject([{ id, work: { row: work.row, openedAt: work.openedAt } }]);
  expect(await requests.find(id)).toMatchObject({ work });
});

it('its term begins when it opens, unless a machine of an earlier release says when it is due', async () => {
  const requests = memoryRequests(numbered());
  const ahead = [{ by: 'mio', term: { value: 3, unit: 'business_day' } }] as const;
  const opening = { task: 'accept', by: 'mio', term: { value: 40, unit: 'minute' }, token: 'token-1' };
  const task = input.parse({ ...rowTask('05-mio-accept', opening), ahead });
  await openWork(task, { requests, findService, now: new Date('2026-11-23T07:00:00Z') });
  const work = { dueAt: '2026-11-23T07:40:00.000Z', openedAt: '2026-11-23T07:00:00.000Z', term: opening.term, ahead };
  expect(await requests.find(id)).toMatchObject({ work });
  const renewed = input.parse(rowTask('05-mio-accept', { ...opening, token: 'token-2' }));
  await openWork(renewed, { requests, findService, now: new Date('2026-11-23T07:35:00Z') });
  expect(await requests.find(id)).toMatchObject({ work: { ...work, token: 'token-2' } });
});

it('without a term and a due time there is no work, nor without a card: that is a defect', async () => {
  const needs = { requests: memoryRequests(numbered()), findService, now: after(4) };
  const opening = { task: 'accept', by: 'mio', token: 'token-1' };
  await expect(openWork(input.parse(rowTask('05-mio-accept', opening)), needs)).rejects.toThrow('no term');
  const task = input.parse(rowTask('05-mio-accept', { ...opening, term: { value: 4, unit: 'minute' } }));
  await expect(openWork(task, { ...needs, findService: () => undefined })).rejects.toThrow('no service');
});

it('a second call opens nothing new', async () => {
  const requests = memoryRequests(numbered());
  await open(requests);
  const once = await requests.find(id);
  await open(requests, 'token-1', 6);
  expect(await requests.find(id)).toEqual(once);
});

it('a renewed wait takes the new token and leaves the work with the officer who has it', async () => {
  const requests = memoryRequests(numbered());
  await open(requests);
  const waiting = await requests.find(id);
  if (!waiting) throw new Error('it is gone');
  await requests.replace({ ...must(claim(waiting, serik, after(5))), version: waiting.version + 1 }, waiting);
  await open(requests, 'token-2', 6);
  const work = { token: 'token-2', openedAt: after(4).toISOString(), claimedBy: { account: serik.account } };
  expect(await requests.find(id)).toMatchObject({ work });
});

it('an outcome that was recorded meanwhile is due to be signalled with the new token', async () => {
  const requests = memoryRequests(accepted());
  await open(requests, 'token-9', 7);
  expect(await requests.find(id)).toMatchObject({ pending: 'signal', work: { token: 'token-9', outcome: 'accepted' } });
});

it('without a number there is no work: that is a defect', async () => {
  await expect(open(memoryRequests(submitted()))).rejects.toThrow('cannot be performed');
});

it('when a result is to be handed over, the applicant is told where, once for each document', async () => {
  const requests = memoryRequests(signed());
  const handing = async (row: string, token: string, minutes: number) =>
    openWork(input.parse(rowTask(row, { ...opening, task: 'hand-over', token })), {
      requests,
      findService,
      now: after(minutes),
    });
  await handing('13-mio-hand-over', 'token-1', 15);
  const told = async () => (await requests.find(id))!.notices.filter(({ code }) => code === 'result-ready');
  const facts = { number: 'SK-UC-2026-000001', document: 'SK-UC-2026-000001-0', place: office };
  expect(await told()).toMatchObject([{ facts, email: 'pending' }]);
  await handing('13-mio-hand-over', 'token-2', 16);
  await handing('14-con-hand-over', 'token-3', 17);
  expect(await told()).toHaveLength(1);
});

it('nobody is told to come for a document that is not signed', async () => {
  const requests = memoryRequests(created());
  const task = input.parse(rowTask('13-mio-hand-over', { ...opening, task: 'hand-over', token: 'token-1' }));
  await openWork(task, { requests, findService, now: after(15) });
  expect((await requests.find(id))!.notices.map(({ code }) => code)).not.toContain('result-ready');
});
