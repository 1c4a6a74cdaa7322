// The thread in which functions run that compute: started by start-thread.ts.
import { enableCompileCache, flushCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { outcomeChannel } from '../../adapters/outcome.ts';
import { connectDirectly } from '../aws/connect-directly.ts';
import { keysOf } from '../aws/key-ring.ts';
import type { Answer } from '../aws/request.ts';
import { moveClock } from '../move-clock.ts';
import { divideEnvironment, setEnvironment } from './environment.ts';
import { loadFunctions } from './load-functions.ts';
import type { FromThread, ThreadData, ToThread } from './messages.ts';

const { root, functions, basics, credentials, awsUrl, later, compileCache } = workerData as ThreadData;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
const tell = (message: FromThread) => parentPort!.postMessage(message);

if (later > 0) moveClock(later);
if (compileCache !== undefined) enableCompileCache(compileCache);

/** What AWS has been asked for and has not answered yet. */
const asked = new Map<number, (answer: Answer) => void>();
let asks = 0;
connectDirectly({
  url: awsUrl,
  answer: ({ query, ...request }) =>
    new Promise((resolve) => {
      asks += 1;
      asked.set(asks, resolve);
      tell({ is: 'ask', id: asks, request: { ...request, query: query.toString() } });
    }),
});
outcomeChannel.subscribe((counted) => tell({ is: 'counted', counted }));
divideEnvironment();
setEnvironment(basics);

try {
  const lambdas = await loadFunctions(root, functions, basics, (name) => keysOf(credentials, name));
  parentPort!.on('message', (message: ToThread) => {
    if (message.is === 'answer') {
      asked.get(message.id)?.(message.answer);
      asked.delete(message.id);
    } else
      void lambdas
        .get(message.name)!
        .invoke(message.event)
        .then((invoked) => tell({ is: 'invoked', id: message.id, invoked }));
  });
  flushCompileCache();
  tell({ is: 'loaded' });
} catch (error) {
  tell({ is: 'unloadable', reason: (error as Error).message });
}
