import { endingIn } from '../../domain/signature/renewal.ts';
import { endingFirst, endingWithin } from '../../eds/extend/ending.ts';
import { lanes, type DueItems } from '../dynamo/due-items.ts';
import type { RequestTable } from '../dynamo/requests.ts';
import { logFailure } from '../log.ts';

/** Signatures whose proofs end at one moment in one way. */
export interface EndingTogether {
  readonly until: string;
  readonly endsBy: string;
  readonly signatures: number;
}

const DAY = 86_400_000;

/**
 * Counts what ends within so many days, the first to end first. It is found by the index of due work, because each proof is due before its end; a request
 * in which something else is due sooner is found after that. One that cannot be read is logged, and the others are counted.
 */
export async function countEnding(
  days: number,
  now: Date,
  { due, requests }: { readonly due: Pick<DueItems, 'list'>; readonly requests: Pick<RequestTable, 'find'> },
): Promise<readonly EndingTogether[]> {
  const found = new Map<string, EndingTogether>();
  const end = new Date(now.getTime() + days * DAY);
  for (const lane of lanes.filter(({ kind }) => kind === 'renew'))
    for await (const { pk } of due.list(lane, end))
      for (const { until, endsBy } of endingWithin(await endingsOf(pk), now, days)) {
        const key = `${until} ${endsBy}`;
        found.set(key, { until, endsBy, signatures: (found.get(key)?.signatures ?? 0) + 1 });
      }
  return endingFirst([...found.values()]);

  async function endingsOf(pk: string) {
    try {
      return endingIn(await requests.find(pk.split('#')[1] ?? ''));
    } catch (error) {
      logFailure(pk, error);
      return [];
    }
  }
}
