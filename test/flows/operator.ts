import { createHash, createHmac } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { DeleteCommand, DynamoDBDocumentClient, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { readRequest } from '../../lib/adapters/dynamo/request-item.ts';
import { requestsTable } from '../../lib/local/dynamo/requests-table.ts';
import { place } from '../../lib/local/template/attributes.ts';
import { runCommand } from '../bin/run-command.ts';
import type { RunningPlatform } from './running-platform.ts';

export const DAY = 86_400_000;
const region = place['AWS::Region'];
const root = join(import.meta.dirname, '../..');

type Item = Readonly<Record<string, unknown>> & { readonly pk: string; readonly sk: string };

/**
 * What an operator has: the AWS services of the running platform with its keys, and the commands of `bin`. The platform runs so
 * many days ahead, and so does the operator.
 */
export async function operate({ dataDir }: RunningPlatform, later = 0) {
  const read = (name: string) => readFileSync(join(dataDir, name), 'utf8');
  const endpoint = `http://127.0.0.1:${read('aws-port')}`;
  const credentials = JSON.parse(read('credentials.json')) as Keys;
  const client = { endpoint, region, credentials, systemClockOffset: later * DAY };
  const plain = new DynamoDBClient(client);
  const dynamo = DynamoDBDocumentClient.from(plain, { marshallOptions: { removeUndefinedValues: true } });
  const s3 = new S3Client({ ...client, forcePathStyle: true });
  const { TableNames = [] } = await dynamo.send(new ListTablesCommand({}));
  const tables = {
    requests: requestsTable(TableNames),
    journal: TableNames.find((name) => /-Journal[0-9A-F]{8}$/.test(name)) ?? '',
  };
  const buckets = { attachments: bucketOf(dataDir, 'Attachments'), documents: bucketOf(dataDir, 'Documents') };
  const clock = pathToFileURL(join(root, 'lib/local/move-clock.ts')).href;
  const ahead = `data:text/javascript,import{moveClock}from"${clock}";moveClock(${later * DAY})`;

  return {
    tables,
    buckets,
    /** Runs a function now, as its schedule would. */
    async run(verb: string): Promise<unknown> {
      const path = `/2015-03-31/functions/e-akimat-local-${verb}/invocations`;
      const at = new Date(Date.now() + later * DAY);
      const answer = await fetch(`${endpoint}${path}`, {
        method: 'POST',
        headers: sign(endpoint, path, at, credentials),
      });
      const text = await answer.text();
      if (!answer.ok || answer.headers.has('x-amz-function-error')) throw new Error(`${verb}: ${text}`);
      return JSON.parse(text);
    },
    /** Everything in a table whose key begins so. */
    async items(table: keyof typeof tables, begins = ''): Promise<Item[]> {
      const { Items = [] } = await dynamo.send(new ScanCommand({ TableName: tables[table], ConsistentRead: true }));
      return (Items as Item[]).filter(({ pk }) => pk.startsWith(begins)).map(opened);
    },
    put: (table: keyof typeof tables, Item: Item) => dynamo.send(new PutCommand({ TableName: tables[table], Item })),
    remove: (table: keyof typeof tables, { pk, sk }: Item) =>
      dynamo.send(new DeleteCommand({ TableName: tables[table], Key: { pk, sk } })),
    async objects(bucket: keyof typeof buckets, Prefix: string): Promise<string[]> {
      const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: buckets[bucket], Prefix }));
      return Contents.map(({ Key = '' }) => Key);
    },
    command: (name: string, ...args: readonly string[]) =>
      runCommand(name, { args, endpoint, keys: credentials, flags: ['--import', ahead] }),
    close() {
      plain.destroy();
      s3.destroy();
    },
  };
}
export type Operator = Awaited<ReturnType<typeof operate>>;

interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** As the platform names a bucket to which the template gives no name. */
function bucketOf(dataDir: string, begins: string): string {
  for (const file of globSync('cdk.out/*.template.json', { cwd: dataDir })) {
    const { Resources } = JSON.parse(readFileSync(join(dataDir, file), 'utf8')) as Templated;
    const found = Object.entries(Resources).find(
      ([id, { Type }]) => Type === 'AWS::S3::Bucket' && id.startsWith(begins),
    );
    if (found) return `${place['AWS::StackName']}-${found[0]}`.toLowerCase();
  }
  throw new Error(`the template has no bucket ${begins}`);
}
interface Templated {
  readonly Resources: Readonly<Record<string, { readonly Type: string }>>;
}

/** Signature version 4 of a request without a body. */
function sign(endpoint: string, path: string, at: Date, { accessKeyId, secretAccessKey }: Keys) {
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
  const date = at.toISOString().replace(/[-:]|\.\d+/g, '');
  const scope = [date.slice(0, 8), region, 'lambda', 'aws4_request'];
  const canonical = [
    'POST',
    path,
    '',
    `host:${new URL(endpoint).host}`,
    `x-amz-date:${date}`,
    '',
    'host;x-amz-date',
    sha256(''),
  ];
  const text = ['AWS4-HMAC-SHA256', date, scope.join('/'), sha256(canonical.join('\n'))].join('\n');
  const key = scope.reduce<string | Buffer>(hmac, `AWS4${secretAccessKey}`);
  const signature = hmac(key, text).toString('hex');
  const credential = `Credential=${accessKeyId}/${scope.join('/')}`;
  return {
    'x-amz-date': date,
    authorization: `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=host;x-amz-date, Signature=${signature}`,
  };
}

/** A request's item with the request to be read; others as they are. */
const opened = ({ packed, ...item }: Item): Item =>
  packed instanceof Uint8Array
    ? { ...item, request: readRequest({ ...item, packed }) }
    : { ...item, ...(packed !== undefined && { packed }) };

/** Lets the sweeper run, which else runs once a minute, until what is seen is as wanted; at most ten times. @returns what was seen last */
export async function sweptUntil<Seen>(
  platform: RunningPlatform,
  later: number,
  look: () => Promise<Seen>,
  isWanted: (seen: Seen) => boolean,
): Promise<Seen> {
  const operator = await operate(platform, later);
  let seen = await look();
  for (let time = 0; time < 10 && !isWanted(seen); time += 1) {
    await operator.run('sweep');
    seen = await look();
  }
  operator.close();
  return seen;
}
