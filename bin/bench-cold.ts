import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Contract } from '../lib/adapters/http/contract.ts';
import { accessRules, type Route } from '../lib/domain/access/rules.ts';
import { bundleFunctions } from '../lib/stack/bundle.ts';
import { functions } from '../lib/stack/functions.ts';
import { pascalCase } from '../lib/stack/names.ts';
import { readSources, type FunctionSource, type Sources } from '../lib/stack/sources.ts';
import { readCommand } from './command.ts';

// `npm run bench:cold [verb …]`: what a cold start costs. Each function is bundled as for a deployment, loaded in a
// fresh process and called once, in front of an empty store that answers at once. Milliseconds, the best of three.

const LIMIT = 250;
const RUNS = 3;

interface Measured {
  readonly load: number;
  readonly call: number;
  readonly answer: string;
}

async function main(verbs: readonly string[]): Promise<boolean> {
  const sources = await readSources(join(import.meta.dirname, '..'), functions);
  const chosen = sources.functions.filter(({ verb }) => verbs.length === 0 || verbs.includes(verb));
  const folder = bundleFunctions(sources.root, chosen);
  const store = createServer((_request, response) => response.writeHead(400).end(UNKNOWN)).listen(0, '127.0.0.1');
  await once(store, 'listening');
  const environment = environmentBefore(`http://127.0.0.1:${(store.address() as AddressInfo).port}`);
  console.log('function                   bundle KB  load ms  first call ms  answer');
  let slow = 0;
  for (const source of chosen) {
    const bundle = join(folder, source.verb, 'index.mjs');
    const event = JSON.stringify(await eventFor(sources, source));
    const runs: Measured[] = [];
    for (let run = 0; run < RUNS; run++) runs.push(await inFreshProcess(bundle, event, environment));
    const load = Math.min(...runs.map((run) => run.load));
    const call = Math.min(...runs.map((run) => run.call));
    if (load > LIMIT || call > LIMIT) slow++;
    const columns = [statSync(bundle).size / 1024, load, call].map((value, i) =>
      value.toFixed(0).padStart([9, 8, 14][i] ?? 0),
    );
    console.log(source.verb.padEnd(26), ...columns, ` ${runs[0]?.answer}`);
  }
  store.close();
  console.log(slow === 0 ? `None takes more than ${LIMIT} ms.` : `${slow} take more than ${LIMIT} ms.`);
  return slow === 0;
}

const UNKNOWN = JSON.stringify({ __type: 'ResourceNotFoundException', message: 'bench' });

const environmentBefore = (endpoint: string) => ({
  PATH: process.env['PATH'],
  AWS_REGION: 'eu-central-1',
  AWS_ACCESS_KEY_ID: 'bench',
  AWS_SECRET_ACCESS_KEY: 'bench',
  AWS_ENDPOINT_URL: endpoint,
  TABLE_NAME: 'bench',
  JOURNAL_TABLE: 'bench',
  ATTACHMENTS_BUCKET: 'bench',
  DOCUMENTS_BUCKET: 'bench',
  TRUST_BUCKET: 'bench',
  MACHINE_ARN_PREFIX: 'arn:aws:states:eu-central-1:000000000000:stateMachine:bench-',
  TOKEN_KEY_IDS: 'bench',
  PUBLIC_URL: 'https://bench.example',
  MAIL_FROM: 'bench@bench.example',
  EDS_PROFILE: 'kz-nca',
  EDS_ANCHORS: '0'.repeat(64),
  CRL_SOURCES: `${endpoint}/bench.crl`,
  OCSP_SOURCES: '',
  TSP_SOURCES: '',
  GATEWAY_URL: endpoint,
  GATEWAY_KEY_IDS: 'bench',
});

async function inFreshProcess(bundle: string, event: string, env: NodeJS.ProcessEnv): Promise<Measured> {
  const child = fork(import.meta.filename, [bundle, event], {
    env,
    silent: true,
    execArgv: ['--enable-source-maps', '--disable-warning=ExperimentalWarning'],
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  let measured: Measured | undefined;
  child.on('message', (message) => {
    measured = message as Measured;
    child.kill();
  });
  await once(child, 'close');
  if (!measured) throw new Error(`${bundle} did not load:\n${said}`);
  return measured;
}

async function measure(bundle: string, event: unknown): Promise<Measured> {
  const begun = performance.now();
  const { handler } = (await import(pathToFileURL(bundle).href)) as {
    handler: (event: unknown, context: object) => Promise<{ statusCode?: number } | undefined>;
  };
  const loaded = performance.now();
  const answer = await handler(event, { awsRequestId: 'bench', functionName: 'bench' }).then(
    (result) => String(result?.statusCode ?? 'done'),
    (error: unknown) => (error instanceof Error ? error.name : 'failed'),
  );
  return { load: loaded - begun, call: performance.now() - loaded, answer };
}

const ID = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

/**
 * The input that the function would get: from API Gateway by the first example of the contract, from a machine by its
 * first such row.
 */
async function eventFor(sources: Sources, { verb, entry, route }: FunctionSource): Promise<unknown> {
  if (route === undefined && verb !== 'authorize' && verb !== 'answer-unknown') return rowEvent(sources, verb);
  const [httpMethod = 'GET', resource = '/'] = route?.split(' ') ?? [];
  const rule = accessRules[`${httpMethod} ${resource}` as Route];
  const body = route && (await exampleBody(join(sources.root, dirname(entry), 'contract.ts')));
  const names = [...resource.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return {
    type: 'REQUEST',
    methodArn: `arn:aws:execute-api:eu-central-1:000000000000:bench/live/${httpMethod}${resource}`,
    requestId: ID,
    httpMethod,
    resource,
    path: resource,
    headers: { 'content-type': 'application/json', authorization: 'Bearer e30.e30.e30' },
    pathParameters: Object.fromEntries(names.map((name) => [name, ID])),
    queryStringParameters: null,
    requestContext: {
      identity: { sourceIp: '192.0.2.1' },
      authorizer: { account: ID, role: Array.isArray(rule) ? rule[0] : 'applicant', session: ID, office: 'bench' },
    },
    body: body ? JSON.stringify(body) : null,
    isBase64Encoded: false,
  };
}

async function exampleBody(path: string): Promise<unknown> {
  const { contract } = (await import(pathToFileURL(path).href)) as { contract: Contract };
  return contract.examples?.find(({ body }) => body !== undefined)?.body;
}

function rowEvent({ root, machines }: Sources, verb: string): unknown {
  const states = machines.flatMap(({ definition }) =>
    Object.values((JSON.parse(readFileSync(join(root, definition), 'utf8')) as { States: Record<string, Row> }).States),
  );
  const payload = states.find((state) => state.Arguments?.FunctionName === `\${${pascalCase(verb)}}`)?.Arguments
    ?.Payload;
  const now = new Date().toISOString();
  return JSON.parse(JSON.stringify(payload ?? {}, (_, value: unknown) => (isQuery(value) ? fill(value, now) : value)));
}

interface Row {
  readonly Arguments?: { readonly FunctionName?: string; readonly Payload?: unknown };
}
const isQuery = (value: unknown) => typeof value === 'string' && value.startsWith('{%');
const fill = (query: unknown, now: string) => (String(query).includes('dueAt') ? now : ID);

if (process.send) process.send(await measure(String(process.argv[2]), JSON.parse(String(process.argv[3]))));
else {
  const { positionals } = readCommand(
    `npm run bench:cold -- [VERB …]
What a cold start of each function costs, or of those that are named.`,
    { allowPositionals: true, options: {} },
  );
  process.exitCode = (await main(positionals)) ? 0 : 1;
}
