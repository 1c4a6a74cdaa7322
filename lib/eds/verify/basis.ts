import type { Check, SignerReport } from '../report.ts';
import type { Aging } from './age.ts';
import type { ArchiveTimestamp } from './archive-timestamps.ts';
import type { Context } from './context.ts';
import type { Life } from './proof.ts';
import { checkLasting, type TimestampFindings } from './timestamp.ts';

/** The time at which a signer is judged, and what gives it. */
export interface Basis {
  readonly time: Date;
  readonly source: SignerReport['referenceTimeSource'];
  /** Until when the time can be shown; absent if only the clock says it. */
  readonly life?: Life;
  readonly checks: readonly Check[];
  /** The timestamps on which this rests. */
  readonly timed: readonly Aging[];
}

/**
 * A signature timestamp decides if there is one. Otherwise an archive timestamp proves that the signature existed: of those that still
 * count the earliest. One that may yet prove to be good lets nothing pass, and what would pass with it has not failed.
 */
export function basisOf(
  timestamp: TimestampFindings,
  archives: readonly ArchiveTimestamp[],
  { receivedAt }: Context,
): Basis {
  const timed: readonly Aging[] = [
    ...(timestamp.own ? [{ of: 'timestamp', life: timestamp.own, at: timestamp.provenAt ?? receivedAt } as const] : []),
    ...archives.map(
      ({ own, provenAt }) => ({ of: 'archive-timestamp', life: own, at: provenAt ?? receivedAt }) as const,
    ),
  ];
  const { time, life } = timestamp;
  if (time) {
    const source = time.checked ? 'timestamp' : 'timestamp-unchecked';
    return { time: time.at, source, ...(life && { life }), checks: [], timed };
  }
  const earliestFirst = archives.toReversed();
  const living = earliestFirst.find((each) => each.checked && each.life.counts >= receivedAt);
  const best = living ?? earliestFirst[0];
  if (best === undefined || timestamp.checks.length > 0)
    return { time: receivedAt, source: 'server-clock', checks: [], timed };
  return {
    time: best.at,
    source: living ? 'archive-timestamp' : 'timestamp-unchecked',
    life: best.life,
    checks: [checkLasting(best.life, best.life.counts >= receivedAt)],
    timed,
  };
}
