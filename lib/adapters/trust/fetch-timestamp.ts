import { attempt } from '../../eds/attempt.ts';
import { parseTimestampResponse } from '../../eds/tsp/timestamp-token.ts';
import { logEvent } from '../log.ts';
import { fetchOctets } from './fetch-octets.ts';

/** DER of a TimeStampResp to a TimeStampReq; undefined if no authority grants one. Never fails. */
export type AskTimestamp = (request: Uint8Array) => Promise<Uint8Array | undefined>;

export interface TimestampOptions {
  /** For all authorities together. */
  readonly seconds?: number;
  /** A token of the national authority has about 5,000 bytes. */
  readonly bytes?: number;
  readonly clock: () => Date;
}

/** Milliseconds for which a silent authority is not asked, so that it does not delay everybody. */
const SILENCE_KEPT = 60_000;

/**
 * Asks one authority after another until one grants a token. Only these addresses are called; one that does not answer is logged, and
 * left alone for a minute.
 */
export function openTimestamps(
  sources: readonly string[],
  { seconds = 5, bytes = 64 * 1024, clock }: TimestampOptions,
): AskTimestamp {
  const silentUntil = new Map<string, number>();
  return async (body) => {
    const signal = AbortSignal.timeout(seconds * 1000);
    for (const source of sources) {
      if (signal.aborted) return undefined;
      const now = clock().getTime();
      if (now < (silentUntil.get(source) ?? 0)) continue;
      const post = { type: 'application/timestamp-query', body };
      const answer = await fetchOctets(source, { seconds, bytes, post, signal });
      if (!answer) {
        silentUntil.set(source, now + SILENCE_KEPT);
        logEvent('trust/tsp-silent', { host: new URL(source).host });
      } else if (attempt(() => parseTimestampResponse(answer))) return answer;
    }
    return undefined;
  };
}
