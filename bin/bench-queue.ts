// What a place, a page and a change of a queue cost (`npm run bench:queue`):
//   npm run bench:queue -- [--children 2000,10000,100000] [--days 1825,28] [--no-platform] [--into .local]
// Fills the local engine's table, asks the functions' own store, and prints milliseconds and the units of AWS.
import { placeOf } from '../lib/adapters/dynamo/place-of.ts';
import { openRequests } from '../lib/adapters/dynamo/requests.ts';
import { changeRequest } from '../lib/domain/request/change.ts';
import { leaveByWord } from '../lib/domain/request/queue/leave.ts';
import { readCommand, wholeNumber } from './command.ts';
import { memoryOf } from './memory-of.ts';
import { countUnits } from './queue/count-units.ts';
import { askWhileOthersMove, signed } from './queue/crowd.ts';
import { fill, queue, sortAt, waiting } from './queue/fill.ts';
import { heading, measureUnits, ROUNDS } from './queue/measure-units.ts';
import { openStore } from './queue/open-store.ts';
import { demoOffice, fillPlatform, servePlatform } from './queue/serve-platform.ts';
import { verify } from './queue/verify.ts';

const { values } = readCommand(
  `npm run bench:queue -- [--children 2000,10000,100000] [--days 1825,28] [--no-platform] [--into .local]
What a place, a page, a change and the daily check of a queue cost on the local engine, and in units of AWS, for children who came within so many days. Then
others join, leave and are offered places while places are asked for, and all is compared with a list. At last a platform is started with the most
children: time, memory, answers over HTTP. It asserts nothing, but says how much is wrong.
--into: only puts the most children into the store of a platform that has been started once and is not running, so that one can look oneself.`,
  {
    options: {
      children: { type: 'string', default: '2000,10000,100000' },
      days: { type: 'string', default: '1825,28' },
      'no-platform': { type: 'boolean', default: false },
      into: { type: 'string' },
    },
  },
);
const indexes = { byQueue: ['gsiQueue', 'gsiQueueSk'], officeLines: ['gsiOffice', 'gsiOfficeSk'] } as const;
const sizes = values.children.split(',').map((each) => wholeNumber('--children', each, 100));
const spans = values.days.split(',').map((each) => wholeNumber('--days', each, 1));
const most = Math.max(...sizes);
if (values.into !== undefined) {
  await fillPlatform(values.into, most, spans[0]);
  console.log(`${most} children wait at ${demoOffice}; its officer asks GET /queue`);
} else {
  for (const days of spans) for (const count of sizes) await measure(count, days);
  if (!values['no-platform']) await servePlatform(most);
}

async function measure(count: number, days: number) {
  const { store, name, close } = await openStore('bench-queue', indexes);
  await fill(store, name, count, days);
  const { client, take } = countUnits(store);
  const requests = openRequests({ client, name });
  heading(`${count} children within ${days} days`);
  const run = (what: string, work: (round: number) => Promise<unknown>) => measureUnits(what, work, take);
  const order = Array.from({ length: count }, (_, index) => ({ index, sort: sortAt(index, count, days) }));
  order.sort((one, other) => (one.sort < other.sort ? -1 : 1));
  const place = (position: number) => placeOf(waiting(order[position]!.index, count, days), requests);
  await run('place of the last', () => place(count - 1));
  await run('place of anybody', (round) => place(Math.floor((count * (round + 1)) / (ROUNDS + 1))));
  const worst = await findWorst();
  await run('place of the worst', () => place(worst));
  await run('first page of 20', () => requests.listQueue(queue.office, queue.service, { limit: 20 }));
  await run('page of 20 in the middle', () => requests.listQueueAt(queue, Math.floor(count / 2), 20));
  await run('page of 20 at the worst', () => requests.listQueueAt(queue, worst + 1, 20));
  const more = (round: number) => waiting(2 * count + round, count, days);
  await run('a child joins', (round) => requests.add(more(round)));
  await run('a child leaves', (round) =>
    changeRequest(requests, more(round).id, (request) => leaveByWord(request, signed(new Date().toISOString()))),
  );

  const crowd = await askWhileOthersMove({ requests, count, days, take });
  console.log(
    `${crowd.joined} joined and ${crowd.left} left, others were offered places, ${crowd.asked} places asked for meanwhile: ${crowd.median.toFixed(1)} ms each`,
  );
  console.log(
    `then ${crowd.compared} places and pages compared with the list: ${crowd.wrong} wrong; at most ${crowd.most} pages of keys and counters each`,
  );
  const check = await verify(store, { client, name }, requests, take);
  console.log(
    `daily check with a wrong counter: ${(check.first / 1000).toFixed(1)} s, ${check.units.read.toFixed(0)} read units in ${check.units.calls} calls, ` +
      `${check.memory.toFixed(0)} MB more of ${memoryOf(process.pid).now.toFixed(0)}; second look ${(check.second / 1000).toFixed(1)} s; ${check.wrong} counters are wrong then`,
  );
  await close();

  /** The last of the month whose class has most children. */
  async function findWorst(): Promise<number> {
    const tallies = await requests.tallyQueue(queue);
    const most = Math.max(...tallies.map((tally) => tally.waiting));
    let before = 0;
    for (const tally of tallies) {
      before += tally.waiting;
      if (tally.waiting === most) return before - 1;
    }
    return count - 1;
  }
}
