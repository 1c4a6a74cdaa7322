import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Credentials } from '../aws/signature.ts';
import type { FunctionEntry } from '../template/estate.ts';
import { setEnvironment, withOwn } from './environment.ts';

/** A handler's failure, as its callers see it. */
export interface FunctionError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace: readonly string[];
}

export type Invoked = { readonly payload: unknown } | { readonly error: FunctionError };

export interface Lambda {
  readonly entry: FunctionEntry;
  invoke(event: unknown): Promise<Invoked>;
}

type Handler = (event: unknown, context: object) => Promise<unknown>;

/**
 * Each start of a platform in one process gets its own modules, because clients remember the addresses of their
 * services.
 */
let starts = 0;

/**
 * Imports each handler from its source, one after another, with exactly the environment that its function would have: a
 * variable that is missing in the template is missing here too.
 */
export async function loadFunctions(
  root: string,
  functions: readonly FunctionEntry[],
  basics: Readonly<Record<string, string>>,
  keysFor: (functionName: string) => Credentials,
): Promise<ReadonlyMap<string, Lambda>> {
  const run = starts === 0 ? '' : `?start=${starts}`;
  starts += 1;
  const lambdas = new Map<string, Lambda>();
  for (const entry of functions) {
    const { accessKeyId, secretAccessKey } = keysFor(entry.name);
    const identity = {
      AWS_LAMBDA_FUNCTION_NAME: entry.name,
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
    };
    const restore = setEnvironment({ ...basics, ...identity, ...entry.environment });
    try {
      const module = (await import(pathToFileURL(join(root, entry.entry)).href + run)) as { handler?: Handler };
      if (typeof module.handler !== 'function') throw new Error('there is no handler');
      const lambda = makeLambda(entry, module.handler, identity);
      lambdas.set(entry.arn, lambda).set(entry.name, lambda);
    } catch (cause) {
      throw new Error(`${entry.entry} cannot be loaded: ${(cause as Error).message}`, { cause });
    } finally {
      restore();
    }
  }
  return lambdas;
}

function makeLambda(entry: FunctionEntry, handler: Handler, identity: Readonly<Record<string, string>>): Lambda {
  return {
    entry,
    async invoke(event) {
      const awsRequestId = randomUUID();
      const until = Date.now() + entry.timeout * 1000;
      let timer: NodeJS.Timeout | undefined;
      const expired = new Promise<Invoked>((resolve) => {
        const errorMessage = `RequestId: ${awsRequestId} Error: Task timed out after ${entry.timeout.toFixed(2)} seconds`;
        const error = { errorType: 'Sandbox.Timedout', errorMessage, trace: [] };
        // A handler in this process cannot be stopped; a late result is ignored.
        timer = setTimeout(() => resolve({ error }), entry.timeout * 1000);
      });
      const context = {
        awsRequestId,
        functionName: entry.name,
        functionVersion: '$LATEST',
        invokedFunctionArn: entry.arn,
        memoryLimitInMB: String(entry.memory),
        logGroupName: `/aws/lambda/${entry.name}`,
        logStreamName: 'local',
        callbackWaitsForEmptyEventLoop: true,
        getRemainingTimeInMillis: () => Math.max(0, until - Date.now()),
      };
      try {
        return await Promise.race([withOwn(identity, () => call(handler, event, context)), expired]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

/**
 * On AWS, input and output cross a process border. So here they are copied as JSON, and nobody can change them
 * afterwards.
 */
async function call(handler: Handler, event: unknown, context: object): Promise<Invoked> {
  try {
    const payload = await handler(copy(event), context);
    return { payload: copy(payload ?? null) };
  } catch (error) {
    return { error: describe(error) };
  }
}

const copy = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function describe(error: unknown): FunctionError {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error), trace: [] };
  return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n').slice(0, 8) };
}
