import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/queue/list-work/contract.ts';
import { listWork } from '../../../../functions/queue/list-work/list-work.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import type { Request } from '../../../../lib/domain/request/request.ts';
import { openWork } from '../../../../lib/domain/request/rows/rows.ts';
import { accepted, after, at, numbered } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { asked, bodyOf } from '../../asked.ts';
import { absent, accounts, citizen, elsewhere, officer } from '../../cast.ts';

const idOf = (index: number) => `01KAH7M000000000000000001${index}`;
const dueIn = (index: number): Request => {
  const opening = { task: 'accept', by: 'mio', dueAt: after(30 - index).toISOString(), token: 't' } as const;
  return { ...openWork(numbered(), at('05-mio-accept', 4), opening), id: idOf(index) };
};
const requests = memoryRequests(...[0, 1, 2, 3, 4].map(dueIn), { ...accepted(), id: absent });
const list = async (caller: Caller = officer, query: object = {}) =>
  listWork(asked({ query: contract.query.parse(query) }), caller, { requests, accounts, findService, now: after(28) });

it("the office's open work comes page by page, overdue work first", async () => {
  const seen = [];
  for (let next: string | undefined = ''; next !== undefined;) {
    const page: { work: { id: string; overdue: boolean }[]; next?: string | undefined } = bodyOf(
      contract,
      await list(officer, { limit: '2', ...(next && { from: next }) }),
    );
    seen.push(...page.work.map(({ id, overdue }) => [id, overdue]));
    next = page.next;
  }
  expect(seen).toEqual([4, 3, 2, 1, 0].map((index) => [idOf(index), index > 2]));
});

it('a line says whose application it is and how it came', async () => {
  const { work } = bodyOf(contract, await list(officer, { limit: '1' })) as { work: object[] };
  const { applicant, channel, service } = numbered();
  expect(work[0]).toMatchObject({
    ...{ applicant: { fullName: applicant.fullName }, channel, service },
    serviceTitle: { ru: 'Выдача справок безработным гражданам', kk: 'Жұмыссыз азаматтарға анықтамалар беру' },
    taskText: { ru: 'Принять', kk: 'Қабылдау' },
    workingTimeLeft: 'PT0M',
  });
  const last = bodyOf(contract, await list(officer)) as { work: { workingTimeLeft: string }[] };
  expect(last.work.map(({ workingTimeLeft }) => workingTimeLeft)).toEqual(['PT0M', 'PT0M', 'PT0M', 'PT1M', 'PT2M']);
  expect(JSON.stringify(work)).not.toContain(applicant.iin);
});

it('another office has its own queue, here an empty one', async () => {
  expect(bodyOf(contract, await list(elsewhere))).toEqual({ work: [] });
});

it('a caller without an office has no queue', async () => {
  expect(await list(citizen)).toEqual({ refused: 'access/denied' });
});

it('an unknown former service is named by its id, and the list is complete', async () => {
  const body = bodyOf(
    contract,
    await listWork(asked({ query: contract.query.parse({}) }), officer, {
      ...{ requests, accounts, now: after(28) },
      findService: () => undefined,
    }),
  ) as { work: { serviceTitle: object }[] };
  const { service } = numbered();
  expect(body.work.map(({ serviceTitle }) => serviceTitle)).toEqual(
    Array.from({ length: 5 }, () => ({ kk: service, ru: service })),
  );
});

it('what will be due later today is neither overdue nor due tomorrow, and may be listed with the overdue', async () => {
  const ids = async (query: object, now: Date) =>
    (
      bodyOf(
        contract,
        await listWork(asked({ query: contract.query.parse(query) }), officer, {
          requests,
          accounts,
          findService,
          now,
        }),
      ) as { work: { id: string }[] }
    ).work.map(({ id }) => id);
  const today = [2, 1, 0].map(idOf);
  expect(await ids({ today: 'true' }, after(27.5))).toEqual(today);
  expect(await ids({ today: 'true', sort: '-due' }, after(27.5))).toEqual(today.toReversed());
  expect(await ids({ today: 'true', overdue: 'true' }, after(27.5))).toEqual([idOf(4), idOf(3), ...today]);
  expect(await ids({ today: 'true' }, after(27.5 - 24 * 60))).toEqual([]);
});
