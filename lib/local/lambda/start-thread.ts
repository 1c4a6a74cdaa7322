import { Worker } from 'node:worker_threads';
import { outcomeChannel } from '../../adapters/outcome.ts';
import type { AwsServer } from '../aws/serve-aws.ts';
import type { Invoked } from './load-functions.ts';
import type { FromThread, ThreadData, ToThread } from './messages.ts';

export interface Thread {
  readonly invoke: (name: string, event: unknown) => Promise<Invoked>;
  readonly end: () => Promise<unknown>;
}

/**
 * Runs functions in a thread of their own; their calls of AWS are answered in this one. Resolves once it serves.
 *
 * @throws Error if one of them cannot be loaded
 */
export async function startThread(data: ThreadData, answer: AwsServer['answer']): Promise<Thread> {
  const worker = new Worker(new URL('thread.ts', import.meta.url), { workerData: data, env: { ...data.basics } });
  const calls = new Map<number, (invoked: Invoked) => void>();
  let ids = 0;
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
  const tell = (message: ToThread) => worker.postMessage(message);
  const loaded = Promise.withResolvers<void>();
  worker.on('message', (message: FromThread) => {
    switch (message.is) {
      case 'loaded':
        return loaded.resolve();
      case 'unloadable':
        return loaded.reject(new Error(message.reason));
      case 'invoked':
        calls.get(message.id)?.(message.invoked);
        return calls.delete(message.id);
      case 'ask': {
        const { query, body, ...request } = message.request;
        const arrived = { ...request, query: new URLSearchParams(query), body: Buffer.from(body) };
        return void answer(arrived).then((given) => tell({ is: 'answer', id: message.id, answer: given }));
      }
      case 'counted':
        return outcomeChannel.publish(message.counted);
    }
  });
  // Once it serves, what is thrown there outside a call ends the platform, as if it had been thrown here.
  worker.once('error', loaded.reject);
  worker.once('exit', () => loaded.reject(new Error('the thread of functions ended before it served')));
  await loaded.promise;
  worker.off('error', loaded.reject);

  return {
    invoke: (name, event) =>
      new Promise<Invoked>((resolve) => {
        ids += 1;
        calls.set(ids, resolve);
        tell({ is: 'call', id: ids, name, event });
      }),
    end: () => worker.terminate(),
  };
}
