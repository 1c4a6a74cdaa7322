import { ClassicLevel } from 'classic-level';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { packRequest, readRequest } from '../../lib/adapters/dynamo/request-item.ts';
import { SCHEMA } from '../../lib/domain/request/upgrade.ts';
import { openArchive } from '../../lib/local/asl/archive.ts';
import { openEngine } from '../../lib/local/asl/engine.ts';
import { openDynamo } from '../../lib/local/dynamo/open-dynamo.ts';
import type { ObjectFacts } from '../../lib/local/s3/objects.ts';
import { levelLimits } from '../../lib/local/level-limits.ts';
import { requestsTable } from '../../lib/local/dynamo/requests-table.ts';

/** Puts `count` copies of a finished request, its execution and its objects into a platform that is not running. */
export async function copyFinished(dataDir: string, id: string, count: number) {
  const ids = Array.from({ length: count }, () => randomBytes(13).toString('hex').toUpperCase());
  const rename = <Value>(value: Value, to: string) => JSON.parse(JSON.stringify(value).replaceAll(id, to)) as Value;
  await copyItem(join(dataDir, 'dynamo'), id, ids, rename);
  await copyExecution(join(dataDir, 'executions'), id, ids, rename);
  await copyObjects(join(dataDir, 's3'), id, ids, rename);
}

type Rename = <Value>(value: Value, to: string) => Value;

async function copyItem(folder: string, id: string, ids: readonly string[], rename: Rename) {
  const dynamo = await openDynamo(folder, []);
  const { TableNames } = (await dynamo.call('ListTables', {})) as { TableNames: readonly string[] };
  const TableName = requestsTable(TableNames);
  const Key = { pk: { S: `REQUEST#${id}` }, sk: { S: 'REQUEST' } };
  const { Item } = (await dynamo.call('GetItem', { TableName, Key })) as { Item: { packed: { B: string } } };
  const { packed, ...rest } = Item;
  const request = readRequest({ schema: SCHEMA, packed: Buffer.from(packed.B, 'base64') });
  for (const to of ids) {
    const B = Buffer.from(packRequest(rename(request, to)).packed).toString('base64');
    await dynamo.call('PutItem', { TableName, Item: { ...rename(rest, to), packed: { B } } });
  }
  await dynamo.close();
}

async function copyExecution(folder: string, id: string, ids: readonly string[], rename: Rename) {
  const engine = await openEngine({ folder, machines: [], invoke: () => Promise.reject(new Error()), newId: () => '' });
  const [found] = [...engine.executions.values()].filter(({ summary }) => summary.name === id);
  await engine.close();
  if (!found) throw new Error(`no execution ${id}`);
  const archive = await openArchive(join(folder, 'ended'));
  const { summary, history } = found;
  for (let at = 0; at < ids.length; at += 100)
    await archive.put(ids.slice(at, at + 100).map((to) => rename({ summary, history }, to)));
  await archive.close();
}

/** Only the facts: the copies share the bytes of the first object. */
async function copyObjects(folder: string, id: string, ids: readonly string[], rename: Rename) {
  const level = new ClassicLevel(join(folder, 'facts'), { valueEncoding: 'json', ...levelLimits });
  const facts = level.sublevel<string, ObjectFacts>('object', { valueEncoding: 'json' });
  const found = (await facts.iterator().all()).filter(([key]) => key.includes(id));
  for (const to of ids)
    await facts.batch(
      found.map((entry) => ({ type: 'put' as const, key: rename(entry[0], to), value: rename(entry[1], to) })),
    );
  await level.close();
}
