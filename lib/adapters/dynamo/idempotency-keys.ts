import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { refuse, type Refusal } from '../../domain/problem/problem.ts';
import { ifHeld } from './condition.ts';
import type { Table } from './table.ts';

const Item = z.object({ fingerprint: z.string(), id: z.string() });
/** Seconds for which a key is remembered; clients do not repeat a call for so long. */
const LIFE = 7 * 86_400;

/**
 * Keys that clients send when they create something. The first call stores the new id under the key before anything is
 * created. A repetition, even of a call that crashed, continues with the same id.
 */
export function openIdempotencyKeys({ client, name: TableName }: Table, now: () => Date) {
  return {
    /** The id for the new item, or a refusal if the key was used for something else. */
    async claim(account: string, key: string, fingerprint: string, newId: string): Promise<string | Refusal> {
      const Key = { pk: `IDEMPOTENCY#${account}#${key}`, sk: 'IDEMPOTENCY' };
      const expiresAt = Math.floor(now().getTime() / 1000) + LIFE;
      const written = await ifHeld(
        client.send(
          new PutCommand({
            TableName,
            Item: { ...Key, fingerprint, id: newId, expiresAt },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        ),
      );
      if (written) return newId;
      const { Item: item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      const known = Item.parse(item);
      return known.fingerprint === fingerprint ? known.id : refuse('idempotency/mismatch');
    },
  };
}

export type IdempotencyKeys = ReturnType<typeof openIdempotencyKeys>;
