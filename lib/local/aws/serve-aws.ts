import { createServer } from 'node:http';
import { listen } from '../http/listen.ts';
import { shut } from '../http/shut.ts';
import { AwsFailure } from './failure.ts';
import { jsonOf, receive, reply, type Answer, type Arrived } from './request.ts';
import type { KeyRing } from './key-ring.ts';
import { checkSignature } from './signature.ts';

/**
 * Operations of one service in the AWS JSON protocol, by name; each takes the parsed body and returns the answer's
 * body.
 */
export type Operations = Readonly<Record<string, (input: never) => Promise<object | void> | object | void>>;

export interface Services {
  /** By the prefix of `X-Amz-Target`, for example `TrentService`. */
  readonly json: Readonly<
    Record<string, (operation: string, input: unknown, functionName?: string) => Promise<object>>
  >;
  readonly ses: (request: Arrived) => Promise<Answer>;
  readonly lambda: (request: Arrived) => Promise<Answer>;
  readonly s3: (request: Arrived, refusal: AwsFailure | undefined) => Promise<Answer>;
  /** Hears of every call that was done, of its answer, and of the function that called. */
  readonly heard?: (request: Arrived, answer: Answer, functionName?: string) => void;
  /** Refuses what a function's role does not allow. @throws AwsFailure */
  readonly guard?: (functionName: string, request: Arrived) => void;
}

export interface AwsServer {
  /** Endpoint for all services. */
  readonly url: string;
  /** What it answers to a complete request, errors included, wherever that came from. */
  readonly answer: (request: Arrived) => Promise<Answer>;
  close(): Promise<void>;
}

/**
 * All AWS services that the functions use, on one loopback port (0 chooses a free one). Each request must have a valid
 * signature.
 */
export async function serveAws(services: Services, keys: KeyRing, now: () => number, port: number): Promise<AwsServer> {
  const server = createServer((message, response) => {
    receive(message)
      .then((request) => (request === 'too-large' ? { status: 413 } : answer(request)))
      .catch((error: unknown) => failed(error))
      .then((given) => reply(response, given))
      .catch(() => response.destroy());
  });
  const answer = (request: Arrived) => perform(request).catch((error: unknown) => failed(error));

  async function perform(request: Arrived): Promise<Answer> {
    const { refusal, functionName } = identify(request);
    const [service = '', operation = ''] = (request.headers['x-amz-target'] ?? '').split('.');
    const json = services.json[service];
    const [, rest] = restServices.find(([path]) => request.path.startsWith(path)) ?? [];
    const told = (given: Answer): Answer => {
      services.heard?.(request, given, functionName);
      return given;
    };
    if (!json && !rest) return told(await services.s3(request, refusal));
    if (refusal) throw refusal;
    if (json) return told(amzJson(await json(operation, parse(request.body), functionName)));
    return told(await services[rest!](request));
  }

  /** The function that called, if it was one, and why the call is refused. */
  function identify(request: Arrived): { readonly refusal?: AwsFailure; readonly functionName?: string } {
    const signed = checkSignature(request, (id) => keys.secretOf(id), now());
    if (typeof signed === 'string')
      return { refusal: new AwsFailure('InvalidSignatureException', `signature: ${signed}`, 403) };
    const functionName = keys.functionOf(signed.accessKeyId);
    if (functionName === undefined) return {};
    try {
      services.guard?.(functionName, request);
      return { functionName };
    } catch (error) {
      if (error instanceof AwsFailure) return { functionName, refusal: error };
      throw error;
    }
  }

  return { url: `http://127.0.0.1:${await listen(server, port)}`, answer, close: () => shut(server) };
}

/** Services that are told by how the path begins; every other path is a bucket's. */
const restServices = [
  ['/v2/email/', 'ses'],
  ['/2015-03-31/functions/', 'lambda'],
] as const;

/** Makes a service of the AWS JSON protocol from its operations. */
export const jsonService = (operations: Operations) => async (operation: string, input: unknown) => {
  const work = Object.hasOwn(operations, operation) ? operations[operation] : undefined;
  if (!work) throw new AwsFailure('UnknownOperationException', `${operation} is not offered here`);
  return (await work(input as never)) ?? {};
};

const parse = (body: Buffer): unknown => {
  try {
    return jsonOf(body);
  } catch (cause) {
    throw new AwsFailure('SerializationException', (cause as Error).message);
  }
};

const amzJson = (body: object, status = 200): Answer => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: JSON.stringify(body),
});

function failed(error: unknown): Answer {
  const known = error instanceof AwsFailure ? error : new AwsFailure('InternalServerError', 'unexpected', 500);
  if (known !== error) console.error('aws: unexpected', (error as Error).stack);
  const answer = amzJson({ __type: known.code, message: known.message, ...known.more }, known.status);
  return { ...answer, headers: { ...answer.headers, 'x-amzn-errortype': known.code } };
}
