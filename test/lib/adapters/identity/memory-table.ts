import { rmSync } from 'node:fs';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { projectedIn } from '../../../../lib/stack/projected.ts';
import type { Table } from '../../../../lib/adapters/dynamo/table.ts';
import { connectDirectly } from '../../../../lib/local/aws/connect-directly.ts';
import { keyRing } from '../../../../lib/local/aws/key-ring.ts';
import { serveAws } from '../../../../lib/local/aws/serve-aws.ts';
import { openDynamo } from '../../../../lib/local/dynamo/open-dynamo.ts';
import { newFolder } from '../../local/serve.ts';

/** As the stack declares them: `test/lib/stack` checks that the template has the same names. */
const indexes = [
  ['applicantLines', 'gsiApplicant', 'gsiApplicantSk'],
  ['filerLines', 'gsiFiler', 'gsiFilerSk'],
  ['personLines', 'gsiPerson', 'gsiPersonSk'],
  ['officeLines', 'gsiOffice', 'gsiOfficeSk'],
  ['workerLines', 'gsiWorker', 'gsiWorkerSk'],
  ['registerLines', 'gsiRegister', 'gsiRegisterSk'],
  ['byQueue', 'gsiQueue', 'gsiQueueSk'],
  ['byNumber', 'gsiNumber', undefined],
  ['byDue', 'gsiSweep', 'gsiSweepAt'],
] as const;

const journalIndexes = [
  ['byAccount', 'account', 'sk'],
  ['byRequest', 'request', 'sk'],
  ['byPlace', 'place', 'sk'],
  ['byUnusual', 'unusual', 'sk'],
] as const;

/** The only keys that a table in memory accepts. */
export const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

type MemoryTable = Table & { readonly url: string; readonly close: () => Promise<void> };

/** A DynamoDB of its own with the one table and its indexes. */
export const openMemoryTable = (): Promise<MemoryTable> => openMemory('identity', indexes);

/** The same with the table of the access journal. */
export const openMemoryJournal = (): Promise<MemoryTable> => openMemory('journal', journalIndexes);

type Indexes = readonly (readonly [name: string, hash: string, range: string | undefined])[];

/** What an index holds beside keys. */
const projectionOf = (index: string) => {
  const shown = projectedIn(index);
  if (shown) return { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...shown] };
  return {
    ProjectionType: ['byDue', 'byQueue', 'byNumber'].includes(index) ? ('KEYS_ONLY' as const) : ('ALL' as const),
  };
};
const keyOf = (...names: readonly (string | undefined)[]) =>
  names
    .filter((name) => name !== undefined)
    .map((AttributeName, i) => ({ AttributeName, KeyType: i === 0 ? ('HASH' as const) : ('RANGE' as const) }));

async function openMemory(name: string, indexes: Indexes): Promise<MemoryTable> {
  const folder = newFolder();
  const dynamo = await openDynamo(folder, [
    {
      name,
      KeySchema: keyOf('pk', 'sk'),
      AttributeDefinitions: [...new Set(['pk', 'sk', ...indexes.flatMap(([, ...keys]) => keys)])]
        .filter((key) => key !== undefined)
        .map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      GlobalSecondaryIndexes: indexes.map(([IndexName, hash, range]) => ({
        IndexName,
        KeySchema: keyOf(hash, range),
        Projection: projectionOf(IndexName),
      })),
    },
  ]);
  const absent = () => Promise.resolve({ status: 404 });
  const services = { json: { DynamoDB_20120810: dynamo.call }, ses: absent, lambda: absent, s3: absent };
  const server = await serveAws(services, keyRing(credentials, []), Date.now, 0);
  const { url } = server;
  const disconnect = connectDirectly(server);
  const plain = new DynamoDBClient({ endpoint: url, region: 'eu-central-1', credentials });
  const client = DynamoDBDocumentClient.from(plain, { marshallOptions: { removeUndefinedValues: true } });
  return {
    client,
    name,
    url,
    close: async () => {
      plain.destroy();
      disconnect();
      await server.close();
      await dynamo.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
