// What a place, a page and a change of a queue cost (`npm run bench:queue`):
//   npm run bench:queue -- [--children 2000,10000,100000]
// Fills the local engine's table, asks the functions' own store, and prints milliseconds and the units of AWS.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { placeOf } from '../lib/adapters/dynamo/place-of.ts';
import { openRequests } from '../lib/adapters/dynamo/requests.ts';
import { keyRing } from '../lib/local/aws/key-ring.ts';
import { serveAws } from '../lib/local/aws/serve-aws.ts';
import { openDynamo } from '../lib/local/dynamo/open-dynamo.ts';
import { readCommand, wholeNumber } from './command.ts';
import { countUnits } from './queue/count-units.ts';
import { fill, queue, waiting } from './queue/fill.ts';

const { values } = readCommand(
  `npm run bench:queue -- [--children 2000,10000,100000]
What a place, a page and a change of a queue cost on the local engine, and in units of AWS. It asserts nothing.`,
  { options: { children: { type: 'string', default: '2000,10000,100000' } } },
);
const ROUNDS = 15;
const name = 'bench';
const keyOf = (...names: string[]) =>
  names.map((AttributeName, i) => ({ AttributeName, KeyType: i === 0 ? ('HASH' as const) : ('RANGE' as const) }));
const table = {
  name,
  KeySchema: keyOf('pk', 'sk'),
  AttributeDefinitions: ['pk', 'sk', 'gsiQueue', 'gsiQueueSk'].map((AttributeName) => ({
    AttributeName,
    AttributeType: 'S' as const,
  })),
  GlobalSecondaryIndexes: [
    { IndexName: 'byQueue', KeySchema: keyOf('gsiQueue', 'gsiQueueSk'), Projection: { ProjectionType: 'KEYS_ONLY' } },
  ],
};

for (const children of values.children.split(',')) await measure(wholeNumber('--children', children, 100));

async function measure(count: number) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-queue-'));
  const dynamo = await openDynamo(folder, [table]);
  const credentials = { accessKeyId: 'bench', secretAccessKey: randomBytes(16).toString('hex') };
  const absent = () => Promise.resolve({ status: 404 });
  const services = { json: { DynamoDB_20120810: dynamo.call }, ses: absent, lambda: absent, s3: absent };
  const server = await serveAws(services, keyRing(credentials, []), Date.now, 0);
  const plain = new DynamoDBClient({ endpoint: server.url, region: 'eu-central-1', credentials });
  const marshallOptions = { removeUndefinedValues: true };
  const store = DynamoDBDocumentClient.from(plain, { marshallOptions });
  await fill(store, name, count);
  const { client, take } = countUnits(store);
  const requests = openRequests({ client, name });
  console.log(`\n${count} children in one queue      ms (median)   calls   read units   write units`);
  const run = async (what: string, work: (round: number) => Promise<unknown>) => {
    const times: number[] = [];
    take();
    for (let round = 0; round < ROUNDS; round += 1) {
      const from = performance.now();
      await work(round);
      times.push(performance.now() - from);
    }
    const { calls, read, write } = take();
    const median = times.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
    const each = [median.toFixed(1), calls / ROUNDS, (read / ROUNDS).toFixed(1), (write / ROUNDS).toFixed(1)];
    console.log(what.padEnd(34) + each.map((one) => String(one).padStart(10)).join('  '));
  };
  const place = (index: number) => placeOf(waiting(index, count), requests);
  // The last who came in the class that goes last; the last of the opening day, in the fullest month.
  await run('place of the last', () => place(lastOf(count)));
  await run('place of anybody', (round) => place(Math.floor((count * (round + 1)) / (ROUNDS + 1))));
  await run('place of the worst (opening month)', () => place(worstOf(count)));
  await run('first page of 20', () => requests.listQueue(queue.office, queue.service, { limit: 20 }));
  await run('page of 20 in the middle', () => requests.listQueueAt(queue, Math.floor(count / 2), 20));
  await run('a child joins', (round) => requests.add(waiting(count + round, count)));
  plain.destroy();
  await server.close();
  await dynamo.close();
  rmSync(folder, { recursive: true, force: true });
}

/** The last of the general class. */
function lastOf(count: number): number {
  for (let index = count - 1; ; index -= 1) if (index % 3 === 2 && index % 10 !== 0) return index;
}

/** The last of the opening month in the general class: most of their month stand before them. */
function worstOf(count: number): number {
  for (let index = Math.floor(count / 61); ; index -= 1) if (index % 3 === 2 && index % 10 !== 0) return index;
}
