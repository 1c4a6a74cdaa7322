import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../../../../lib/adapters/dynamo/table.ts';

// It has no types.
const dynalite = createRequire(import.meta.url)('dynalite') as (options: { createTableMs: number }) => Server;

/** As the stack declares them: `test/lib/stack` checks that the template has the same names. */
const indexes = [
  ['byApplicant', 'gsiApplicant', 'gsiApplicantSk'],
  ['byOffice', 'gsiOffice', 'gsiOfficeSk'],
  ['byNumber', 'gsiNumber', undefined],
  ['byDue', 'gsiSweep', 'gsiSweepAt'],
] as const;

const journalIndexes = [
  ['byAccount', 'account', 'sk'],
  ['byRequest', 'request', 'sk'],
  ['byPlace', 'place', 'sk'],
  ['byUnusual', 'unusual', 'sk'],
] as const;

type MemoryTable = Table & { readonly url: string; readonly close: () => Promise<void> };

/** A DynamoDB of its own in memory with the one table and its indexes. */
export const openMemoryTable = (): Promise<MemoryTable> => openMemory('identity', indexes);

/** The same with the table of the access journal. */
export const openMemoryJournal = (): Promise<MemoryTable> => openMemory('journal', journalIndexes);

type Indexes = readonly (readonly [name: string, hash: string, range: string | undefined])[];

async function openMemory(name: string, indexes: Indexes): Promise<MemoryTable> {
  const server = dynalite({ createTableMs: 0 });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const plain = new DynamoDBClient({ endpoint: url, region: 'eu-central-1', credentials });
  await plain.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: [...new Set(['pk', 'sk', ...indexes.flatMap(([, ...keys]) => keys)])]
        .filter((key) => key !== undefined)
        .map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      GlobalSecondaryIndexes: indexes.map(([IndexName, hash, range]) => ({
        IndexName,
        KeySchema: [
          { AttributeName: hash, KeyType: 'HASH' },
          ...(range ? [{ AttributeName: range, KeyType: 'RANGE' as const }] : []),
        ],
        Projection: { ProjectionType: IndexName === 'byDue' ? ('KEYS_ONLY' as const) : ('ALL' as const) },
      })),
    }),
  );
  const client = DynamoDBDocumentClient.from(plain, { marshallOptions: { removeUndefinedValues: true } });
  return {
    client,
    name,
    url,
    close: () => {
      plain.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
