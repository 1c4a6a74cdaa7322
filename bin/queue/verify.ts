import { UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { checkQueues } from '../../functions/schedule/sweep/check-queues.ts';
import { openQueueCheck } from '../../lib/adapters/dynamo/queue-check.ts';
import { counterKey, segmentFor } from '../../lib/adapters/dynamo/queue-counters.ts';
import { queueKey } from '../../lib/adapters/dynamo/request-keys.ts';
import type { RequestTable } from '../../lib/adapters/dynamo/requests.ts';
import type { Table } from '../../lib/adapters/dynamo/table.ts';
import { memoryOf } from '../memory-of.ts';
import type { Units } from './count-units.ts';
import { queue } from './fill.ts';

/** The daily check finds a wrong counter and leaves the others alone: its time, units and memory, and how many counters are wrong in the end. */
export async function verify(store: DynamoDBDocumentClient, table: Table, requests: RequestTable, take: () => Units) {
  const counters = async () =>
    (await requests.tallyQueue(queue)).map((month) => [segmentFor(month), month.waiting] as const);
  const right = await counters();
  const [segment] = right[right.length >> 1]!;
  await store.send(
    new UpdateCommand({
      ...{ TableName: table.name, Key: counterKey(queueKey(queue), segment) },
      ...{ UpdateExpression: 'ADD n :by', ExpressionAttributeValues: { ':by': 7 } },
    }),
  );
  const check = async (minutes: number) => {
    const from = performance.now();
    await checkQueues({
      ...{ requests, queueCheck: openQueueCheck(table), queues: [queue], timeLeft: () => 600_000 },
      now: new Date(Date.UTC(2027, 0, 1, 0, minutes)),
    });
    return performance.now() - from;
  };
  const before = memoryOf(process.pid).now;
  take();
  const first = await check(0);
  const units = take();
  const second = await check(2);
  const after = await counters();
  return {
    ...{ first, second, units, memory: memoryOf(process.pid).now - before },
    wrong: after.filter(([name, n], i) => name !== right[i]![0] || n !== right[i]![1]).length,
  };
}
