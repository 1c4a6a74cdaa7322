import type { DueKind } from '../../domain/request/due.ts';

/** The items of a kind are spread over this many index keys, so that no single key gets all writes. */
export const SHARDS = 4;

/** The key of a shard in the index `byDue`. */
export const sweepQueue = (kind: DueKind, shard: number) => `SWEEP#${kind}#${shard}`;

/** The sort key: the moment and the number of attempts. That is one digit, so that counting never makes an item longer. */
export const sweepAt = (at: Date, attempts = 0) => `${at.toISOString()}#${Math.min(9, attempts)}`;

/** Attempts so far; an old key without a count has none. */
export const attemptsOf = (sweepAt: string): number => Number(sweepAt.split('#')[1] ?? 0);

/** Milliseconds since the epoch. */
export const momentOf = (sweepAt: string): number => Date.parse(sweepAt.split('#')[0] ?? '');

/** The index attributes of an item: the kind that is due first, and when. Ids end in random letters, which choose the shard. */
export const sweepKeys = (id: string, due: { readonly kind: DueKind; readonly at: Date } | undefined) =>
  due && {
    gsiSweep: sweepQueue(due.kind, (id.codePointAt(id.length - 1) ?? 0) % SHARDS),
    gsiSweepAt: sweepAt(due.at),
  };
