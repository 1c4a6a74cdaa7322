import { AwsFailure } from '../aws/failure.ts';
import type { Answer, Arrived } from '../aws/request.ts';
import type { Lambda } from './load-functions.ts';

const INVOKE = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/;

/** The function that a call is about, by its name or ARN; undefined if it is no Invoke. */
export function invokedBy({ method, path }: Pick<Arrived, 'method' | 'path'>): string | undefined {
  const name = method === 'POST' ? INVOKE.exec(path)?.[1] : undefined;
  return name === undefined ? undefined : decodeURIComponent(name);
}

/** Lambda's Invoke, answered when the function has ended: what `aws lambda invoke` asks for. */
export const serveInvoke =
  (find: (name: string) => Pick<Lambda, 'invoke'> | undefined) =>
  async (request: Arrived): Promise<Answer> => {
    const name = invokedBy(request);
    const kind = request.headers['x-amz-invocation-type'] ?? 'RequestResponse';
    if (name === undefined || kind !== 'RequestResponse')
      throw new AwsFailure('NotImplemented', 'only Invoke that waits for the answer is offered here', 501);
    const lambda = find(name);
    if (!lambda) throw new AwsFailure('ResourceNotFoundException', `Function not found: ${name}`, 404);
    const invoked = await lambda.invoke(eventOf(request.body));
    const headers = { 'content-type': 'application/json', 'x-amz-executed-version': '$LATEST' };
    return 'error' in invoked
      ? {
          status: 200,
          headers: { ...headers, 'x-amz-function-error': 'Unhandled' },
          body: JSON.stringify(invoked.error),
        }
      : { status: 200, headers, body: JSON.stringify(invoked.payload) };
  };

function eventOf(body: Buffer): unknown {
  try {
    return body.length === 0 ? {} : JSON.parse(body.toString());
  } catch (cause) {
    throw new AwsFailure('InvalidRequestContentException', (cause as Error).message);
  }
}
