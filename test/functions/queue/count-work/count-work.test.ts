import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/queue/count-work/contract.ts';
import { countWork } from '../../../../functions/queue/count-work/count-work.ts';
import { claim } from '../../../../lib/domain/request/work/officer.ts';
import { after, must, numbered, opened, serik } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { bodyOf } from '../../asked.ts';
import { accounts, citizen, colleague, elsewhere, officer } from '../../cast.ts';

const waiting = opened(numbered(), '05-mio-accept', 'accept');
const other = { ...waiting, id: '01KAH7M0000000000000000009' };
const count = (requests = memoryRequests(waiting, other), caller = officer, now = after(5), known = accounts) =>
  countWork(caller, { requests, accounts: known, now });

it('counts what is open by service, task and channel, what nobody has, and what the caller has', async () => {
  const requests = memoryRequests(waiting, other);
  const counts = bodyOf(contract, await count(requests));
  expect(counts).toEqual({
    ...{ all: 2, free: 2, mine: 0, overdue: 0, today: 2 },
    ...{ service: { [waiting.service]: 2 }, task: { accept: 2 }, channel: { portal: 2 } },
  });
  const claimed = must(claim(waiting, serik, after(5)));
  await requests.replace({ ...claimed, version: waiting.version + 1 }, waiting);
  expect(bodyOf(contract, await count(requests))).toMatchObject({ all: 2, free: 1, mine: 1 });
  expect(bodyOf(contract, await count(requests, colleague))).toMatchObject({ all: 2, free: 1, mine: 0 });
  expect(bodyOf(contract, await count(requests, elsewhere))).toMatchObject({ all: 0, free: 0, mine: 0 });
});

it('counts what is overdue now', async () => {
  expect(bodyOf(contract, await count(undefined, officer, after(100_000)))).toMatchObject({ overdue: 2, today: 0 });
});

it('tells nobody without an office', async () => {
  expect(await count(undefined, citizen)).toEqual({ refused: 'access/denied' });
});
