import { DeleteCommand, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { epochAfter, instantAfter, LOCK_AFTER, LOCK_SECONDS } from '../../domain/identity/session.ts';
import { refuse, type Refusal } from '../../domain/problem/problem.ts';
import { ifHeld } from '../dynamo/condition.ts';
import type { Table } from '../dynamo/table.ts';
import { iinPartition } from './accounts.ts';

/**
 * Counts attempts to sign in by password, by IIN and not by account: an unknown IIN locks just as a known one does.
 * An attempt is counted before the password is looked at, so that guesses sent in parallel are counted too.
 */
export const openAttempts = ({ client, name: TableName }: Table) => {
  const keyOf = (iin: string) => ({ pk: iinPartition(iin), sk: 'ATTEMPTS' });

  /** `run` opens a new row of attempts when the last one is over, or counts on in the present one. */
  const count = async (iin: string, now: Date, run: keyof typeof runs) => {
    const counted = await ifHeld(
      client.send(
        new UpdateCommand({
          TableName,
          Key: keyOf(iin),
          ...runs[run],
          ExpressionAttributeValues: {
            ':one': 1,
            ':now': now.toISOString(),
            ':until': instantAfter(now, LOCK_SECONDS),
            ':expires': epochAfter(now, LOCK_SECONDS),
            ...(run === 'goes-on' && { ':most': LOCK_AFTER }),
          },
        }),
      ),
    );
    return counted !== undefined;
  };

  return {
    /** Undefined when the attempt may be made. */
    async take(iin: string, now: Date): Promise<Refusal | undefined> {
      if ((await count(iin, now, 'goes-on')) || (await count(iin, now, 'begins'))) return undefined;
      // Both fail for a locked IIN, and for who lost the race to begin: the latter counts on.
      if (await count(iin, now, 'goes-on')) return undefined;
      const { Item } = await client.send(new GetCommand({ TableName, Key: keyOf(iin), ConsistentRead: true }));
      const left = Item ? Date.parse(String(Item['openUntil'])) - now.getTime() : 0;
      return refuse('session/locked', { facts: { minutes: Math.max(1, Math.ceil(left / 60_000)) } });
    },
    /** After a right password. */
    forget: (iin: string) => client.send(new DeleteCommand({ TableName, Key: keyOf(iin) })),
  };
};
export type Attempts = ReturnType<typeof openAttempts>;

const runs = {
  'goes-on': {
    ConditionExpression: 'openUntil > :now AND attempts < :most',
    UpdateExpression: 'SET openUntil = :until, expiresAt = :expires ADD attempts :one',
  },
  begins: {
    ConditionExpression: 'attribute_not_exists(pk) OR openUntil <= :now',
    UpdateExpression: 'SET openUntil = :until, expiresAt = :expires, attempts = :one',
  },
};
