import { segmentOf } from '../../lib/adapters/dynamo/request-keys.ts';
import { readExecutions, readTable } from './left-behind.ts';

/** @returns a sentence for each thing that a stopped platform left half-written: rows of indexes, counters of queues, executions */
export async function auditDisk(dataDir: string, told: readonly string[]): Promise<readonly string[]> {
  const { items, indexes } = await readTable(dataDir);
  const waiting = new Map<string, number>();
  const addTo = (counter: string, n: number) => waiting.set(counter, (waiting.get(counter) ?? 0) + n);
  for (const { pk, sk, n, gsiQueue, gsiQueueSk } of items) {
    if (typeof gsiQueue === 'string') addTo(`${gsiQueue} SEG#${segmentOf(String(gsiQueueSk))}`, 1);
    if (String(pk).startsWith('QUEUE#') && String(sk).startsWith('SEG#'))
      addTo(`${String(pk)} ${String(sk)}`, -Number(n));
  }
  const executions = await readExecutions(dataDir);
  const run = new Set(executions.map(({ name }) => name));
  return [
    ...indexes
      .filter(({ rows, wanted }) => rows.join('\n') !== wanted.join('\n'))
      .map(
        ({ name, rows, wanted }) => `the index ${name} has ${rows.length} rows, not those of ${wanted.length} items`,
      ),
    ...[...waiting].filter(([, n]) => n !== 0).map(([counter, n]) => `the counter ${counter} is off by ${n}`),
    ...executions
      .filter(({ status }) => status !== 'SUCCEEDED')
      .map(({ name, status }) => `the run ${name} is ${status}`),
    ...told.filter((id) => !run.has(id)).map((id) => `${id} has no run`),
  ];
}
