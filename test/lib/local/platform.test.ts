import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DynamoDBClient, GetItemCommand, ListTablesCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { GetPublicKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { SendTaskSuccessCommand, SFNClient, DescribeExecutionCommand } from '@aws-sdk/client-sfn';
import { createPublicKey, verify } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPlatform, type Platform } from '../../../lib/local/platform.ts';

const root = join(import.meta.dirname, 'fixture');
const dataDir = mkdtempSync(join(tmpdir(), 'platform-'));
const parameters = {
  MailFrom: 'service@example.org',
  EdsAnchors: 'a'.repeat(64),
  CrlSources: 'http://localhost/a.crl',
};
const start = (more: object = {}) => startPlatform({ root, app: 'app.ts', dataDir, port: 0, parameters, ...more });

const clientsOf = ({ aws: { url: endpoint, region, credentials } }: Platform) => ({
  dynamo: new DynamoDBClient({ endpoint, region, credentials }),
  sfn: new SFNClient({ endpoint, region, credentials }),
  kms: new KMSClient({ endpoint, region, credentials }),
});

async function eventually<T>(find: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await find();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('the platform on one machine', () => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await start();
  });
  afterAll(() => platform?.stop());

  const put = (id: string, body: string, authorization = 'allow') =>
    fetch(`${platform.url}/notes/${id}`, { method: 'PUT', headers: { authorization }, body });
  const tableName = () => platform.estate.tables[0]?.name ?? '';
  const read = async (pk: string, sk: string) => {
    const Key = { pk: { S: pk }, sk: { S: sk } };
    return (await clientsOf(platform).dynamo.send(new GetItemCommand({ TableName: tableName(), Key }))).Item;
  };

  it('calls a handler with an API Gateway event and writes its answer', async () => {
    const response = await fetch(`${platform.url}/echo/%D0%B0b?x=1&x=2&y=%20z`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-many': 'a' },
      body: '{"қазақ":true}',
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('x-own')).toBe('one');
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    const { event, name, left } = (await response.json()) as { event: object; name: string; left: number };
    expect(event).toMatchObject({
      resource: '/echo/{id}',
      path: '/echo/%D0%B0b',
      httpMethod: 'POST',
      pathParameters: { id: '%D0%B0b' },
      queryStringParameters: { x: '2', y: ' z' },
      multiValueQueryStringParameters: { x: ['1', '2'], y: [' z'] },
      body: '{"қазақ":true}',
      isBase64Encoded: false,
      requestContext: {
        resourcePath: '/echo/{id}',
        httpMethod: 'POST',
        stage: 'live',
        identity: { sourceIp: '127.0.0.1' },
      },
    });
    expect(name).toBe('e-akimat-local-echo');
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(5000);
  });

  it('shows a handler only the variables of its own function while it loads', async () => {
    const response = await fetch(`${platform.url}/echo/1`, { method: 'POST' });
    const { atLoad } = (await response.json()) as { atLoad: string[] };
    expect(atLoad).toContain('NODE_OPTIONS');
    expect(atLoad).toContain('AWS_ENDPOINT_URL_DYNAMODB');
    expect(atLoad).not.toContain('TABLE_NAME');
    expect(atLoad).not.toContain('TOKEN_KEY_IDS');
  });

  it('writes to table, index, bucket, machine, key and mail with the plain SDK', async () => {
    const response = await put('n1', 'сәлем');
    expect(response.status).toBe(201);
    const { signature, authorizer } = (await response.json()) as { signature: string; authorizer: object };
    expect(authorizer).toMatchObject({ principalId: 'somebody', account: 'a1', age: '7' });

    const { dynamo, kms, sfn } = clientsOf(platform);
    expect((await read('n1', 'NOTE'))?.['note']?.S).toBe('сәлем');
    const query = new QueryCommand({
      TableName: tableName(),
      IndexName: 'byNumber',
      KeyConditionExpression: 'gsiNumber = :n',
      ExpressionAttributeValues: { ':n': { S: 'n1' } },
    });
    expect((await dynamo.send(query)).Count).toBe(1);

    const key = platform.estate.keys.find(({ spec }) => spec === 'ECC_NIST_P256');
    const { PublicKey = new Uint8Array() } = await kms.send(new GetPublicKeyCommand({ KeyId: key?.arn }));
    const publicKey = createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' });
    expect(verify('sha256', Buffer.from('сәлем'), publicKey, Buffer.from(signature, 'base64'))).toBe(true);

    const [mail = ''] = readdirSync(platform.inbox).filter((name) => name.endsWith('.eml'));
    const text = readFileSync(join(platform.inbox, mail), 'utf8');
    expect(text).toContain('To: reader@example.org\r\n');
    expect(text).toContain(Buffer.from('сәлем').toString('base64'));

    const question = await eventually(() => read('n1', 'QUESTION'));
    await sfn.send(new SendTaskSuccessCommand({ taskToken: question['token']?.S ?? '', output: '"да"' }));
    const executionArn = [...platform.engine.executions.keys()].find((arn) => arn.endsWith(':n1')) ?? '';
    const done = await eventually(async () => {
      const described = await sfn.send(new DescribeExecutionCommand({ executionArn }));
      return described.status === 'SUCCEEDED' ? described : undefined;
    });
    expect(JSON.parse(done.output ?? '')).toEqual({ id: 'n1', answer: 'да', finished: true });
  });

  it("refuses a function's calls that its role does not allow, also through presigned addresses", async () => {
    const { tables, buckets, machines } = platform.estate;
    const query = new URLSearchParams({
      table: tables[0]?.name ?? '',
      bucket: buckets.find(({ name }) => name.includes('documents'))?.name ?? '',
      machine: machines[0]?.arn ?? '',
    });
    const response = await fetch(`${platform.url}/overreach?${query.toString()}`);
    expect(await response.json()).toEqual(['AccessDeniedException', 'AccessDenied', 'AccessDeniedException', 403]);
  });

  it("answers in the template's words for an unknown or denied caller, or a failed authorizer", async () => {
    const statuses = async (authorization?: string) => {
      const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
      const response = await fetch(`${platform.url}/notes/1`, { method: 'PUT', headers });
      const { code } = (await response.json()) as { code: string };
      return [response.status, code, response.headers.get('content-type')];
    };
    const type = 'application/problem+json; charset=utf-8';
    expect(await statuses()).toEqual([401, 'access/unauthenticated', type]);
    expect(await statuses('unknown')).toEqual([401, 'access/unauthenticated', type]);
    expect(await statuses('deny')).toEqual([403, 'access/denied', type]);
    expect(await statuses('broken')).toEqual([500, 'server/failed', type]);
    expect(await statuses('nonsense')).toEqual([500, 'server/failed', type]);
  });

  it('sends unknown paths and wrong methods to their function', async () => {
    const unknown = async (method: string, path: string) => (await fetch(platform.url + path, { method })).json();
    expect(await unknown('GET', '/nowhere/at/all')).toEqual({ unknown: 'GET /nowhere/at/all' });
    expect(await unknown('GET', '/notes/1')).toEqual({ unknown: 'GET /notes/1' });
    expect(await unknown('DELETE', '/')).toEqual({ unknown: 'DELETE /' });
  });

  it('says only the incident of a failed function, ends one that hangs, and throttles', async () => {
    const failed = await fetch(`${platform.url}/fail`);
    const text = await failed.text();
    expect(failed.status).toBe(500);
    expect(text).toContain('server/failed');
    expect(text).not.toContain('secret');
    const hung = await fetch(`${platform.url}/hang`);
    expect(hung.status).toBe(500);
    const [second, third] = [await fetch(`${platform.url}/hang`), await fetch(`${platform.url}/hang`)];
    expect([second.status, third.status]).toEqual([500, 429]);
  });

  it('answers others while a function computes', async () => {
    const until = join(dataDir, 'computed');
    const computed = fetch(`${platform.url}/compute?until=${encodeURIComponent(until)}`);
    await eventually(async () => existsSync(`${until}.begun`) || undefined);
    const asked = await fetch(`${platform.url}/echo/1`, { method: 'POST', body: '{}' });
    expect(asked.status).toBe(200);
    writeFileSync(until, '');
    expect((await computed).status).toBe(200);
  });

  it('accepts at most ten megabytes', async () => {
    const send = (bytes: number) => fetch(`${platform.url}/echo/1`, { method: 'POST', body: Buffer.alloc(bytes) });
    const response = await send(10 * 1024 * 1024 + 1);
    expect(response.status).toBe(413);
  });

  it('does not start twice on the same data, or on a port in use', async () => {
    await expect(start()).rejects.toThrow(/in use by process \d+/);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const elsewhere = mkdtempSync(join(tmpdir(), 'platform-'));
    await expect(start({ dataDir: elsewhere, port })).rejects.toThrow(`port ${port} is taken`);
    await new Promise((resolve) => server.close(resolve));
  });

  it('continues with the same data, and has a route, a table and an index that the stack has gained', async () => {
    expect((await put('n2', 'before')).status).toBe(201);
    const token = (await eventually(() => read('n2', 'QUESTION')))['token']?.S ?? '';
    expect((await fetch(`${platform.url}/added`)).status).toBe(404);
    const { url } = platform.aws;
    await platform.stop();

    platform = await start({ app: 'app-with-more.ts' });
    expect(platform.aws.url).toBe(url);
    expect(await (await fetch(`${platform.url}/added`)).text()).toBe('added');
    const { dynamo, sfn } = clientsOf(platform);
    expect((await dynamo.send(new ListTablesCommand({}))).TableNames).toContain('e-akimat-added');
    const byAdded = new QueryCommand({
      TableName: tableName(),
      IndexName: 'byAdded',
      KeyConditionExpression: 'note = :n',
      ExpressionAttributeValues: { ':n': { S: 'before' } },
    });
    expect((await dynamo.send(byAdded)).Items?.map((item) => item['pk']?.S)).toEqual(['n2']);
    await sfn.send(new SendTaskSuccessCommand({ taskToken: token, output: '"after"' }));
    const summary = () => [...platform.engine.executions.values()].find((each) => each.summary.name === 'n2')?.summary;
    await eventually(async () => (summary()?.status === 'SUCCEEDED' ? true : undefined));
    expect(summary()?.output).toEqual({ id: 'n2', answer: 'after', finished: true });
    expect((await put('n3', 'x')).status).toBe(201);
  });
});
