// What a place, a page and a change of a queue cost (`npm run bench:queue`):
//   npm run bench:queue -- [--children 2000,10000,100000]
// Fills the local engine's table, asks the functions' own store, and prints milliseconds and the units of AWS.
import { placeOf } from '../lib/adapters/dynamo/place-of.ts';
import { openRequests } from '../lib/adapters/dynamo/requests.ts';
import { readCommand, wholeNumber } from './command.ts';
import { countUnits } from './queue/count-units.ts';
import { fill, queue, waiting } from './queue/fill.ts';
import { measureUnits, ROUNDS } from './queue/measure-units.ts';
import { openStore } from './queue/open-store.ts';

const { values } = readCommand(
  `npm run bench:queue -- [--children 2000,10000,100000]
What a place, a page and a change of a queue cost on the local engine, and in units of AWS. It asserts nothing.`,
  { options: { children: { type: 'string', default: '2000,10000,100000' } } },
);
for (const children of values.children.split(',')) await measure(wholeNumber('--children', children, 100));

async function measure(count: number) {
  const { store, name, close } = await openStore('bench-queue', { byQueue: ['gsiQueue', 'gsiQueueSk'] });
  await fill(store, name, count);
  const { client, take } = countUnits(store);
  const requests = openRequests({ client, name });
  console.log(`\n${count} children in one queue      ms (median)   calls   read units   write units`);
  const run = (what: string, work: (round: number) => Promise<unknown>) => measureUnits(what, work, take);
  const place = (index: number) => placeOf(waiting(index, count), requests);
  // The last who came in the class that goes last; the last of the opening day, in the fullest month.
  await run('place of the last', () => place(lastOf(count)));
  await run('place of anybody', (round) => place(Math.floor((count * (round + 1)) / (ROUNDS + 1))));
  await run('place of the worst (opening month)', () => place(worstOf(count)));
  await run('first page of 20', () => requests.listQueue(queue.office, queue.service, { limit: 20 }));
  await run('page of 20 in the middle', () => requests.listQueueAt(queue, Math.floor(count / 2), 20));
  await run('a child joins', (round) => requests.add(waiting(count + round, count)));
  await close();
}

/** The last of the general class. */
function lastOf(count: number): number {
  for (let index = count - 1; ; index -= 1) if (index % 3 === 2 && index % 10 !== 0) return index;
}

/** The last of the opening month in the general class: most of their month stand before them. */
function worstOf(count: number): number {
  for (let index = Math.floor(count / 61); ; index -= 1) if (index % 3 === 2 && index % 10 !== 0) return index;
}
