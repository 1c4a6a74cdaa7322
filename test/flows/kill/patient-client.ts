import { setTimeout as wait } from 'node:timers/promises';
import { UnexpectedAnswer, type Client } from '../../../lib/local/http/client.ts';

/** Nobody answered: the platform is down, or died in the middle of its answer. These are the messages of `fetch`. */
export const isUnanswered = (error: unknown) =>
  ['fetch failed', 'terminated', 'other side closed'].includes((error as Error).message);

/** After this many milliseconds the platform is not starting any more. */
const PATIENCE = 600_000;

/** Repeats exactly the same request until it is answered. */
export async function patiently<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (const until = Date.now() + PATIENCE; ;)
    try {
      return await ask();
    } catch (error) {
      if (!isUnanswered(error) || Date.now() > until) throw error;
      await wait(25);
    }
}

export const patientClient = (client: Client): Client => ({
  get: (path) => patiently(() => client.get(path)),
  send: (method, path, body, headers) => patiently(() => client.send(method, path, body, headers)),
});

/** Whether asking again may help: the answer to an earlier, repeated request was lost, and the story has moved on. */
export const isOvertaken = (error: unknown) =>
  isUnanswered(error) || (error instanceof UnexpectedAnswer && (error.status === 404 || error.status === 409));
