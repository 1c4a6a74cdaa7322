import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { projectedIn } from '../../lib/stack/projected.ts';
import { keyRing } from '../../lib/local/aws/key-ring.ts';
import { serveAws } from '../../lib/local/aws/serve-aws.ts';
import { openDynamo } from '../../lib/local/dynamo/open-dynamo.ts';
import { requestsTable } from '../../lib/local/dynamo/requests-table.ts';

const keyOf = (...names: readonly string[]) =>
  names.map((AttributeName, i) => ({ AttributeName, KeyType: i === 0 ? ('HASH' as const) : ('RANGE' as const) }));

type Indexes = Readonly<Record<string, readonly [hash: string, range?: string]>>;

/** The local engine with one table in a folder of its own; its indexes hold what those of a deployment do. */
export async function openStore(name: string, indexes: Indexes) {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  const names = new Set([
    'pk',
    'sk',
    ...Object.values(indexes).flatMap((keys) => keys.filter((key) => key !== undefined)),
  ]);
  const dynamo = await openDynamo(folder, [
    {
      name,
      KeySchema: keyOf('pk', 'sk'),
      AttributeDefinitions: [...names].map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
      GlobalSecondaryIndexes: Object.entries(indexes).map(([IndexName, keys]) => ({
        IndexName,
        KeySchema: keyOf(...keys.filter((key) => key !== undefined)),
        Projection: projection(projectedIn(IndexName)),
      })),
    },
  ]);
  const { store, close } = await serve(dynamo);
  return {
    ...{ store, name },
    close: async () => {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The table of requests of a platform that is not running. */
export async function openPlatformStore(dataDir: string) {
  const dynamo = await openDynamo(join(dataDir, 'dynamo'), []);
  const { TableNames } = (await dynamo.call('ListTables', {})) as { TableNames: readonly string[] };
  return { ...(await serve(dynamo)), name: requestsTable(TableNames) };
}

async function serve(dynamo: Awaited<ReturnType<typeof openDynamo>>) {
  const credentials = { accessKeyId: 'bench', secretAccessKey: randomBytes(16).toString('hex') };
  const absent = () => Promise.resolve({ status: 404 });
  const services = { json: { DynamoDB_20120810: dynamo.call }, ses: absent, lambda: absent, s3: absent };
  const server = await serveAws(services, keyRing(credentials, []), Date.now, 0);
  const plain = new DynamoDBClient({ endpoint: server.url, region: 'eu-central-1', credentials });
  const store = DynamoDBDocumentClient.from(plain, { marshallOptions: { removeUndefinedValues: true } });
  const close = async () => {
    plain.destroy();
    await server.close();
    await dynamo.close();
  };
  return { store, close };
}

const projection = (shown: readonly string[] | undefined) =>
  shown
    ? { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...shown] }
    : { ProjectionType: 'KEYS_ONLY' as const };
