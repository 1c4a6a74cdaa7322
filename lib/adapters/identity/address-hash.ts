import { createHmac, randomBytes } from 'node:crypto';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { ifHeld } from '../dynamo/condition.ts';
import type { Table } from '../dynamo/table.ts';

/** Seconds for which a day's key is kept: a hash is needed during its day, and shortly after. */
const KEY_LIFE = 2 * 86_400;

const Key = z.object({ key: z.string() });

/**
 * The form of addresses by which attempts are counted: HMAC-SHA-256 with a random key for each day. The key is deleted
 * after two days, so nobody can learn from the stored hashes which address a person used.
 */
export const openAddressHash = ({ client, name: TableName }: Table) => {
  const known = new Map<string, Promise<string>>();

  async function keyOf(day: string, now: Date): Promise<string> {
    const place = { pk: `ADDRESS-KEY#${day}`, sk: 'ADDRESS-KEY' };
    const read = async () => {
      const { Item } = await client.send(new GetCommand({ TableName, Key: place, ConsistentRead: true }));
      return Item && Key.parse(Item).key;
    };
    const present = await read();
    if (present !== undefined) return present;
    const key = randomBytes(32).toString('base64url');
    const expiresAt = Math.floor(now.getTime() / 1000) + KEY_LIFE;
    const isFirst = await ifHeld(
      client.send(
        new PutCommand({
          TableName,
          Item: { ...place, key, expiresAt },
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      ),
    );
    return isFirst ? key : ((await read()) ?? key);
  }

  return async (address: string, now: Date): Promise<string> => {
    const day = now.toISOString().slice(0, 10);
    const key = known.get(day) ?? keyOf(day, now);
    known.clear();
    known.set(day, key);
    return createHmac('sha256', await key)
      .update(networkOf(address))
      .digest('base64url');
  };
};

/** An IPv6 subscriber has a /64 and can change the other half at any time, so the whole /64 counts as one address. */
function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  const [head = '', tail] = address.split('::');
  const [front, back] = [head, tail ?? ''].map((part) => part.split(':').filter((group) => group !== ''));
  const missing = tail === undefined ? 0 : 8 - front!.length - back!.length;
  const groups = [...front!, ...Array<string>(Math.max(0, missing)).fill('0'), ...back!];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
