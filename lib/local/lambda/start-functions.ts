import { keysOf } from '../aws/key-ring.ts';
import type { AwsServer } from '../aws/serve-aws.ts';
import type { FunctionEntry } from '../template/estate.ts';
import { loadFunctions, type Invoked, type Lambda } from './load-functions.ts';
import type { ThreadData } from './messages.ts';
import { startThread, type Thread } from './start-thread.ts';

/** MB of Lambda's memory, which stands for its processor: a function that computes gets this much at least (lib/stack/functions.ts). */
const COMPUTES = 1024;

/** It draws documents, checks signatures or reads thousands of rows, and would hold all other calls meanwhile. */
const computes = ({ memory }: FunctionEntry) => memory >= COMPUTES;

interface Functions {
  /** By name and by ARN. */
  readonly lambdas: ReadonlyMap<string, Lambda>;
  readonly end: () => Promise<void>;
}

/**
 * Loads the functions. Those that compute are in a thread of their own, which starts when one of them is first called.
 *
 * @throws Error if one of the others cannot be loaded
 */
export async function startFunctions(data: ThreadData, answer: AwsServer['answer']): Promise<Functions> {
  const { root, functions, basics, credentials } = data;
  const computing = functions.filter(computes);
  const others = functions.filter((entry) => !computes(entry));
  const lambdas = new Map(await loadFunctions(root, others, basics, (name) => keysOf(credentials, name)));

  let thread: Promise<Thread> | undefined;
  const invoke = async (name: string, event: unknown): Promise<Invoked> => {
    thread ??= startThread({ ...data, functions: computing }, answer);
    try {
      return await (await thread).invoke(name, event);
    } catch (error) {
      const { message, stack = '' } = error as Error;
      console.error('the thread of functions has not started', stack);
      return { error: { errorType: 'Runtime.ImportModuleError', errorMessage: message, trace: [] } };
    }
  };
  for (const entry of computing) {
    const lambda = { entry, invoke: (event: unknown) => invoke(entry.name, event) };
    lambdas.set(entry.name, lambda).set(entry.arn, lambda);
  }
  return {
    lambdas,
    end: async () => {
      await thread?.then(({ end }) => end()).catch(() => undefined);
    },
  };
}
