import { createHmac, randomBytes } from 'node:crypto';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { ifHeld } from './condition.ts';
import type { Table } from './table.ts';

const Secret = z.object({ key: z.string() });

/** The keyed hash of a text. */
export type Digest = (text: string) => Promise<string>;

/**
 * HMAC-SHA-256 with a random secret of the table, which is made when it is first needed. Nobody who has only the hashes finds what was
 * hashed by trying all.
 *
 * @param name of the secret's item: hashes for one purpose say nothing about those for another
 */
export function openDigest({ client, name: TableName }: Table, name: `${string}-SECRET`): Digest {
  const Key = { pk: name, sk: name };
  let known: Promise<string> | undefined;
  const read = async () => {
    const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return Item && Secret.parse(Item).key;
  };
  async function secret(): Promise<string> {
    const present = await read();
    if (present !== undefined) return present;
    const key = randomBytes(32).toString('base64url');
    const Item = { ...Key, key };
    const isFirst = await ifHeld(
      client.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' })),
    );
    return isFirst ? key : Secret.parse({ key: await read() }).key;
  }
  return async (text) => {
    known ??= secret();
    try {
      return createHmac('sha256', await known)
        .update(text)
        .digest('base64url');
    } catch (error) {
      known = undefined;
      throw error;
    }
  };
}
