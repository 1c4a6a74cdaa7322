import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { getCompileCacheDir } from 'node:module';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { RootMachine } from './asl/definition.ts';
import { openEngine, type Engine } from './asl/engine.ts';
import { connectDirectly } from './aws/connect-directly.ts';
import { keyService } from './aws/keys.ts';
import { mailService } from './aws/mail.ts';
import { serveAws } from './aws/serve-aws.ts';
import type { Credentials } from './aws/signature.ts';
import { stateService } from './aws/states.ts';
import { systemClock } from './clock.ts';
import { expireItems } from './dynamo/expire-items.ts';
import { openDynamo } from './dynamo/open-dynamo.ts';
import { findPort, holdPort } from './http/listen.ts';
import { serveGateway } from './gateway/serve-gateway.ts';
import { guardCalls } from './iam/guard.ts';
import { keyRing } from './aws/key-ring.ts';
import { awsBasics, divideEnvironment, harmless, setEnvironment } from './lambda/environment.ts';
import { invokeTask } from './lambda/invoke-task.ts';
import type { Meter } from './meter/meter.ts';
import { meterLambdas, meterMachine, meterRequest } from './meter/meter-calls.ts';
import { meterTable } from './meter/meter-table.ts';
import { openFigures } from './figures.ts';
import type { Lambda } from './lambda/load-functions.ts';
import { serveInvoke } from './lambda/serve-invoke.ts';
import { startFunctions } from './lambda/start-functions.ts';
import { clockMovedBy } from './move-clock.ts';
import { keepPages } from './keep-pages.ts';
import { checkLayout } from './layout.ts';
import { takeLock } from './lock.ts';
import { openObjects } from './s3/objects.ts';
import { serveS3 } from './s3/serve-s3.ts';
import { startSchedules } from './schedules.ts';
import type { Mood } from './stand-ins/spoil.ts';
import { place } from './template/attributes.ts';
import { prolong, readEstate, type Estate } from './template/estate.ts';
import { synthesise } from './template/synthesise.ts';

/** What happened, by code and identifiers; never anything that a person sent. */
export type Log = (code: string, identifiers: Readonly<Record<string, string | number>>) => void;

export interface PlatformOptions {
  /** Where `functions/` is. Default: this repository. */
  readonly root?: string;
  /** The CDK app, from the root. */
  readonly app?: string;
  readonly dataDir: string;
  /** 0 chooses a free port. */
  readonly port: number;
  /** Whether the API's rate limits apply. Default: they do. */
  readonly throttled?: boolean;
  /** By which factor the time limits of functions and of the API are longer than the template's. Default: 1. */
  readonly patience?: number;
  /** Values for the template's parameters; `PublicUrl` defaults to the address of the API. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  readonly log?: Log;
  /** How the mail answers now; well without it. */
  readonly mailMood?: () => Mood;
  /** Told what AWS would charge for. */
  readonly meter?: Meter;
  /** JSON by path, only for pages on this machine: key files of demo people. */
  readonly findOwn?: (path: string) => object | undefined;
}

export interface Platform {
  /** The API's address. */
  readonly url: string;
  /** Endpoint of the AWS services, for `aws --endpoint-url`, and the keys that it accepts. */
  readonly aws: { readonly url: string; readonly region: string; readonly credentials: Credentials };
  readonly estate: Estate;
  readonly engine: Engine;
  /** The folder of the mail, as `.eml` files. */
  readonly inbox: string;
  /** The variables of a function, by its folder's name: for example its table and buckets. */
  settings(verb: string): Readonly<Record<string, string>>;
  /** Runs a function once, as a schedule would. @throws Error with the function's error type */
  invoke(functionName: string, event: unknown): Promise<unknown>;
  /** Lets running work end and leaves everything on disk. */
  stop(): Promise<void>;
}

const ROOT = resolve(import.meta.dirname, '../..');

/** Starts the templates on this machine. All durable data is in `dataDir`; a second start continues with it. */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  const { root = ROOT, app = 'bin/app.ts', dataDir, now = Date.now, log = () => undefined, meter } = options;
  await mkdir(dataDir, { recursive: true });
  const undo: (() => unknown)[] = [takeLock(dataDir)];
  const stop = async () => {
    for (let step = undo.pop(); step; step = undo.pop()) await step();
  };
  try {
    return await start();
  } catch (error) {
    await stop();
    throw error;
  }

  async function start(): Promise<Platform> {
    checkLayout(dataDir);
    const clock = systemClock(now);
    // A start takes seconds: without it, somebody else may have the port that the templates name.
    const held = await holdPort(options.port);
    undo.push(() => held.release());
    const { port } = held;
    const { templates, asset } = await synthesise(root, app, join(dataDir, 'cdk.out'));
    log('synthesised', {
      stacks: templates.length,
      resources: templates.reduce((sum, { Resources }) => sum + Object.keys(Resources).length, 0),
    });
    const url = `http://localhost:${port}`;
    // Functions that serve pages read them when they are loaded; a test fixture may have none.
    if (existsSync(join(root, 'web'))) keepPages(root);
    const parameters = { PublicUrl: url, UploadOrigins: url, ...options.parameters };
    const estate = prolong(readEstate(templates, parameters, asset), options.patience ?? 1);

    const dynamo = await openDynamo(join(dataDir, 'dynamo'), estate.tables);
    undo.push(() => dynamo.close());
    const objects = await openObjects(join(dataDir, 's3'));
    undo.push(() => objects.close());

    // Taken away after the engine has closed: a step that cannot reach its table, or finds no variables, would count as failed.
    const surroundings: (() => unknown)[] = [];
    undo.push(async () => {
      for (const end of surroundings.toReversed()) await end();
    });

    // Functions call the machines and machines call functions: the machines come first, and find functions by name.
    let lambdas: ReadonlyMap<string, Lambda> = new Map();
    let opened = () => {};
    const ready = new Promise<void>((done) => (opened = done));
    const task = invokeTask((name) => lambdas.get(name));
    const engine = await openEngine({
      folder: join(dataDir, 'executions'),
      machines: estate.machines.map(({ definition, ...machine }) => ({
        ...machine,
        definition: JSON.parse(definition) as RootMachine,
      })),
      invoke: async (name, payload) => {
        await ready;
        return task(name, payload);
      },
      newId: () => randomBytes(24).toString('base64url'),
      clock,
      ...(meter && { heard: meterMachine(meter) }),
    });
    undo.push(() => engine.close());

    const inbox = join(dataDir, 'inbox');
    const awsPort = join(dataDir, 'aws-port');
    const credentials = await loadCredentials(join(dataDir, 'credentials.json'));
    const aws = await serveAws(
      {
        json: {
          DynamoDB_20120810: meter ? meterTable(dynamo.call, estate.tables, meter) : dynamo.call,
          AWSStepFunctions: stateService(engine, () => randomBytes(16).toString('hex')),
          TrentService: await keyService(join(dataDir, 'keys'), estate.keys),
        },
        ses: await mailService(inbox, now, options.mailMood),
        lambda: serveInvoke((name) => lambdas.get(name)),
        s3: serveS3(objects, estate.buckets, now),
        ...(meter && { heard: meterRequest(meter) }),
        guard: guardCalls({
          estate,
          machineOf: engine.machineOf,
          tell: ({ functionName, action, allowed }) =>
            log(allowed ? 'aws-call' : 'access-denied', { function: functionName, action }),
        }),
      },
      keyRing(
        credentials,
        estate.functions.map(({ name }) => name),
      ),
      now,
      await findPort(await lastPort(awsPort)).catch(() => 0),
    );
    surroundings.push(() => aws.close(), connectDirectly(aws));
    await writeFile(awsPort, new URL(aws.url).port);

    log('aws-endpoint', { url: aws.url });

    const region = place['AWS::Region'];
    const basics = { ...harmless(), ...quietLogs, ...awsBasics(aws.url, region, credentials) };
    surroundings.push(divideEnvironment(), setEnvironment(basics));
    const threaded = { awsUrl: aws.url, later: clockMovedBy(), compileCache: getCompileCacheDir() };
    const { lambdas: loaded, end } = await startFunctions(
      { root, functions: estate.functions, basics, credentials, ...threaded },
      aws.answer,
    );
    surroundings.push(end);
    lambdas = meter ? meterLambdas(loaded, meter) : loaded;
    opened();
    log('functions-loaded', { functions: estate.functions.length, machines: estate.machines.length });

    const invoke = async (name: string, event: unknown): Promise<unknown> => {
      const invoked = await lambdas.get(name)?.invoke(event);
      if (!invoked) throw new Error(`there is no function ${name}`);
      if ('error' in invoked) throw new Error(`${name}: ${invoked.error.errorType}`);
      return invoked.payload;
    };
    const schedules = startSchedules([EXPIRY, ...estate.schedules], clock, async (functionArn, event) => {
      if (functionArn === EXPIRY.functionArn) {
        await expireItems(dynamo.call, estate.tables, now());
        return;
      }
      const invoked = await lambdas.get(functionArn)?.invoke(event);
      if (invoked && 'error' in invoked) log('schedule-failed', { functionArn, error: invoked.error.errorType });
    });
    undo.push(() => schedules.stop());

    const apiPlace = { accountId: place['AWS::AccountId'], region, apiId: 'local' };
    const find = (arn: string) => lambdas.get(arn);
    const { throttled = true } = options;
    const figures = openFigures();
    undo.push(() => figures.close());
    const pages = { '/local/figures': figures.page };
    await held.release();
    const gateway = await serveGateway({
      api: estate.api,
      limits: estate.limits,
      throttled,
      port,
      place: apiPlace,
      find,
      now,
      log,
      pages,
      findOwn: options.findOwn,
    });
    undo.push(() => gateway.close());
    const settings = (verb: string) =>
      estate.functions.find(({ entry }) => entry.endsWith(`/${verb}/handler.ts`))?.environment ?? {};
    return { url, settings, aws: { url: aws.url, region, credentials }, estate, engine, inbox, invoke, stop };
  }
}

/** DynamoDB deletes expired items within days; an hour is soon enough. */
const EXPIRY = { expression: 'rate(1 hour)', functionArn: 'expire-items' };

/** Functions log each event as a line of JSON; only failures are shown here. */
const quietLogs = { POWERTOOLS_LOG_LEVEL: process.env['POWERTOOLS_LOG_LEVEL'] ?? 'ERROR' };

/** Links that were signed before a restart name the old port, so it is used again if possible. */
const lastPort = async (path: string) => (existsSync(path) ? Number(await readFile(path, 'utf8')) : 0);

async function loadCredentials(path: string): Promise<Credentials> {
  if (!existsSync(path)) {
    const made = {
      accessKeyId: `LOCAL${randomBytes(8).toString('hex').toUpperCase()}`,
      secretAccessKey: randomBytes(30).toString('base64'),
    };
    await writeFile(`${path}.new`, JSON.stringify(made), { mode: 0o600, flush: true });
    await rename(`${path}.new`, path);
  }
  return JSON.parse(await readFile(path, 'utf8')) as Credentials;
}
