import { setTimeout as wait } from 'node:timers/promises';
import { TransactionCanceledException, TransactionConflictException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Table } from './table.ts';

export type Parts = NonNullable<TransactWriteCommandInput['TransactItems']>;

/** How often a transaction that met another one is tried: some four seconds. */
const TRIES = 20;
/** Milliseconds: the first pause, and the longest. */
const PAUSE = { first: 10, longest: 320 };

/** Waits a random part of a time that doubles, so that those who met do not meet again. */
export const pauseAfter = (tries: number): Promise<void> =>
  wait(Math.random() * Math.min(PAUSE.longest, PAUSE.first * 2 ** tries));

const passing = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

/**
 * Writes all parts or none. The SDK does not repeat a transaction that met another one on the same item, such as the
 * counter of a queue: this does, after a pause.
 *
 * @returns the indexes of the parts whose condition did not hold; empty if everything was written
 */
export async function writeTogether(
  { client }: Pick<Table, 'client'>,
  parts: Parts,
  pause: (tries: number) => Promise<void> = pauseAfter,
): Promise<readonly number[]> {
  for (let tries = 1; ; tries += 1) {
    try {
      await client.send(new TransactWriteCommand({ TransactItems: parts }));
      return [];
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None');
      const failed = codes.flatMap((code, index) => (code === 'ConditionalCheckFailed' ? [index] : []));
      if (failed.length > 0) return failed;
      if (tries === TRIES || !codes.some((code) => passing.has(code))) throw error;
    }
    await pause(tries);
  }
}

/** Whether a plain write met a transaction on its item: somebody is changing it. */
export const isConflict = (error: unknown): boolean => error instanceof TransactionConflictException;
