import { setTimeout as wait } from 'node:timers/promises';
import { UnexpectedAnswer } from '../../lib/local/http/client.ts';

/** Nobody answered: the platform is down, or died in the middle of its answer. These are the messages of `fetch`. */
const unanswered = ['fetch failed', 'terminated', 'other side closed'];
/** Milliseconds after which it is not starting any more. */
const PATIENCE = 600_000;

/**
 * From now on every `fetch` of the platform by this process is repeated until it is answered: it is killed again and again. Its stand-ins
 * and objects have another address after each start, where nobody answers any more.
 */
export function bePatient(url: string): void {
  const plain = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    if (!String(input).startsWith(url)) return plain(input, init);
    for (const until = Date.now() + PATIENCE; ;)
      try {
        const answer = await plain(input, init);
        // The body, too, has to arrive before somebody counts on it.
        return new Response(answer.status === 204 ? null : await answer.arrayBuffer(), answer);
      } catch (error) {
        if (!isUnanswered(error) || Date.now() > until) throw error;
        await wait(50);
      }
  };
}

/**
 * Whether to look again and go on: the answer to an earlier call was lost and the story has moved on, the session has ended when the clock
 * jumped, a limit was reached, or what was signed cannot be checked while an authority is silent.
 */
export const isOvertaken = (error: unknown): boolean =>
  isUnanswered(error) || (error instanceof UnexpectedAnswer && [401, 404, 409, 422, 429, 503].includes(error.status));

const isUnanswered = (error: unknown) => unanswered.includes((error as Error).message);
