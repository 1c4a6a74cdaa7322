import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { startFauxqs } from 'fauxqs';
import { functions } from '../../../../lib/stack/functions.ts';
import { openAccounts } from '../../../../lib/adapters/identity/accounts.ts';
import { seedAccount } from '../../../../lib/adapters/identity/seed-account.ts';
import type { Contract } from '../../../../lib/adapters/http/contract.ts';
import { Grant } from '../../../../lib/domain/identity/session.ts';
import { makeAuthority } from '../trust/authority.ts';
import { serveKms } from './kms-server.ts';
import { openMemoryTable } from './memory-table.ts';
import { accountOf, daniyar } from './people.ts';
import { makeSoftwareKey } from './software-key.ts';

type Handler = (event: APIGatewayProxyEvent, context: Context) => Promise<APIGatewayProxyResult>;
interface Verb {
  readonly handler: Handler;
  readonly contract: Contract;
}
interface Authorized {
  readonly context: Record<string, string>;
  readonly policyDocument: { readonly Statement: readonly [{ readonly Effect: string }] };
}

/** In the order in which a new user would call them. */
const publicVerbs = ['register-account', 'sign-in', 'issue-challenge', 'sign-in-eds', 'refresh-session'];
const verbs = [...publicVerbs, 'show-keys', 'verify-eds', 'create-account', 'show-account', 'sign-out'];

const areaOf = (verb: string) => Object.entries(functions).find(([, rows]) => verb in rows)?.[0];

const stops: (() => unknown)[] = [];
const loaded = new Map<string, Verb>();
let authorizer: (event: unknown) => Promise<Authorized>;
let table: Awaited<ReturnType<typeof openMemoryTable>>;

/** The handlers as Lambda would run them: the plain SDK, with all addresses from the environment. */
beforeAll(async () => {
  table = await openMemoryTable();
  const kms = await serveKms('token-key', makeSoftwareKey());
  const s3 = await startFauxqs({ port: 0, logger: false });
  stops.push(table.close, kms.close, () => s3.stop());
  const authority = await makeAuthority();
  const before = { ...process.env };
  stops.push(() => (process.env = before));
  Object.assign(process.env, {
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: table.url,
    AWS_ENDPOINT_URL_KMS: kms.url,
    AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${s3.port}`,
    TABLE_NAME: table.name,
    JOURNAL_TABLE: table.name,
    TOKEN_KEY_IDS: 'token-key',
    GATEWAY_KEY_IDS: 'token-key',
    STAFF_SIGN_IN: 'either',
    PUBLIC_URL: 'https://akimat.example',
    TRUST_BUCKET: 'trust',
    EDS_PROFILE: 'demo',
    EDS_ANCHORS: authority.anchor,
    OCSP_SOURCES: '',
    TSP_SOURCES: '',
  });
  s3.createBucket('trust');
  const client = new S3Client({ forcePathStyle: true });
  const Body = authority.root.certificate;
  await client.send(new PutObjectCommand({ Bucket: 'trust', Key: 'certificates/root.cer', Body }));
  client.destroy();
  await seedAccount(table, accountOf(daniyar, 'administrator'), 'түркістан-жол-картасы');
  for (const verb of verbs) {
    const folder = `../../../../functions/${areaOf(verb)}/${verb}`;
    const { handler } = (await import(`${folder}/handler.ts`)) as Pick<Verb, 'handler'>;
    const { contract } = (await import(`${folder}/contract.ts`)) as Pick<Verb, 'contract'>;
    loaded.set(verb, { handler, contract });
  }
  const { handler } = await import('../../../../functions/identity/authorize/handler.ts');
  authorizer = handler as unknown as typeof authorizer;
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

/** Calls a verb as the gateway would; a token goes through the authorizer first. */
async function call(verb: string, body?: unknown, token?: string) {
  const { handler, contract } = loaded.get(verb) ?? {};
  if (!handler || !contract) throw new Error(verb);
  const [httpMethod = '', resourcePath = ''] = contract.route.split(' ');
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const requestContext = { httpMethod, resourcePath, identity: { sourceIp: '192.0.2.1' } };
  const event = { headers, requestContext, methodArn: `arn:aws:execute-api:eu:1:a/p/${httpMethod}${resourcePath}` };
  const authorized = token === undefined ? undefined : await authorizer(event);
  if (authorized && authorized.policyDocument.Statement[0].Effect !== 'Allow') return { status: 403, body: undefined };
  const withCaller = { ...requestContext, authorizer: authorized?.context };
  const given = { ...event, requestContext: withCaller, body: body === undefined ? null : JSON.stringify(body) };
  const context = { awsRequestId: 'test' } as Context;
  const answer = await handler(given as unknown as APIGatewayProxyEvent, context);
  return { status: answer.statusCode, body: answer.body === '' ? undefined : (JSON.parse(answer.body) as unknown) };
}

describe('the handlers of identity', () => {
  it('answer each documented example with the documented status', async () => {
    for (const verb of [...publicVerbs, 'show-keys', 'verify-eds'])
      for (const { summary, body, answers } of loaded.get(verb)?.contract.examples ?? [])
        expect([verb, summary, (await call(verb, body)).status]).toEqual([verb, summary, answers]);
  });

  it('carry a person from registration to signing out', async () => {
    const password = 'ұзын-құпия-сөз';
    const person = { iin: '920716450037', fullName: 'Ибраева Айгүл', password };
    expect((await call('register-account', person)).status).toBe(201);
    const first = Grant.parse((await call('sign-in', { iin: person.iin, password })).body);
    expect((await call('show-account', undefined, first.accessToken)).body).toMatchObject({
      fullName: 'Ибраева Айгүл',
    });
    expect((await call('create-account', {}, first.accessToken)).status).toBe(403);
    const second = Grant.parse((await call('refresh-session', { refreshToken: first.refreshToken })).body);
    expect((await call('sign-out', undefined, second.accessToken)).status).toBe(204);
    await expect(call('show-account', undefined, second.accessToken)).rejects.toThrow(/^Unauthorized$/);
    expect((await call('refresh-session', { refreshToken: second.refreshToken })).status).toBe(401);
  });

  it("open an employee's account for an administrator", async () => {
    const { body } = await call('sign-in', { iin: daniyar, password: 'түркістан-жол-картасы' });
    const { accessToken } = Grant.parse(body);
    const employee = { iin: '751102401007', fullName: 'Сәрсенова Гүлнар', password: 'ұзын-құпия-сөз' };
    const auditor = { ...employee, role: 'auditor', position: 'аудитор' };
    expect((await call('create-account', { ...auditor, role: 'mio-officer' }, accessToken)).status).toBe(422);
    expect((await call('create-account', auditor, accessToken)).status).toBe(201);
    expect((await call('create-account', auditor, accessToken)).status).toBe(409);
    expect(await openAccounts(table).findByIin(employee.iin)).toMatchObject({ createdBy: `account-${daniyar}` });
  });
});
