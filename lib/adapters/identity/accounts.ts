import { createHash } from 'node:crypto';
import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Credentials, type Account } from '../../domain/identity/account.ts';
import { isRefusal, refuse, type Refusal } from '../../domain/problem/problem.ts';
import { ifHeld } from '../dynamo/condition.ts';
import { nextSending } from '../../domain/request/notify.ts';
import { sweepKeys } from '../dynamo/sweep-keys.ts';
import type { Table } from '../dynamo/table.ts';

/** `version` counts changes; `madeAs` is the id that the maker asked for, by which he knows his own write again. */
const AccountItem = Credentials.extend({ version: z.int().default(0), madeAs: z.string().optional() });

const ATTEMPTS = 8;

/**
 * Two items an account: `ACCOUNT#<id>` holds it, `IIN#<hash>` names the id and makes the IIN unique. The second is
 * written first; a stop between the two heals when the person registers again, for the id is taken from there. All
 * writes are conditional, none needs a transaction.
 */
export const openAccounts = ({ client, name: TableName }: Table) => {
  const read = async (id: string) => {
    const { Item } = await client.send(new GetCommand({ TableName, Key: accountKey(id), ConsistentRead: true }));
    return Item && AccountItem.parse(Item);
  };
  const idOf = async (iin: string) => {
    const { Item } = await client.send(new GetCommand({ TableName, Key: uniqueKey(iin), ConsistentRead: true }));
    return Item && z.string().parse(Item['id']);
  };
  const put = async (Item: Record<string, unknown>, condition: object) =>
    (await ifHeld(client.send(new PutCommand({ TableName, Item, ...condition })))) !== undefined;
  const isNew = { ConditionExpression: 'attribute_not_exists(pk)' };
  /** Reads as much for an unknown IIN as for a known one, so that time does not tell them apart. */
  const findCredentials = async (iin: string): Promise<Credentials | undefined> => read((await idOf(iin)) ?? 'unknown');

  return {
    find: async (id: string): Promise<Account | undefined> => (await read(id))?.account,
    findByIin: async (iin: string): Promise<Account | undefined> => (await findCredentials(iin))?.account,
    findCredentials,
    credentialsOf: (id: string): Promise<Credentials | undefined> => read(id),

    /** The account as it was kept; its id is the given one, or that of an attempt which stopped half-way. */
    async add(account: Account, passwordHash: string | undefined): Promise<Account | Refusal> {
      const claimed = await put({ ...uniqueKey(account.iin), id: account.id }, isNew);
      const id = claimed ? account.id : ((await idOf(account.iin)) ?? account.id);
      const kept = { ...account, id };
      if (await put(toItem({ account: kept, passwordHash }, { madeAs: account.id }), isNew)) return kept;
      // A put whose answer was lost is sent again by the SDK.
      return (await read(id))?.madeAs === account.id ? kept : refuse('account/exists');
    },

    /** Keeps an account that no IIN leads to yet. */
    put: (account: Account) => put(toItem({ account }), isNew),

    /** From now on the IIN leads to `to`, if it has led to `from`. */
    async lead(iin: string, from: string, to: string): Promise<void> {
      const command = new UpdateCommand({
        TableName,
        Key: uniqueKey(iin),
        ConditionExpression: 'id = :from',
        UpdateExpression: 'SET id = :to',
        ExpressionAttributeValues: { ':from': from, ':to': to },
      });
      await ifHeld(client.send(command));
    },

    /** The IIN leads nowhere any more, if it has led to `from`: it may be registered anew. */
    async release(iin: string, from: string): Promise<void> {
      const command = new DeleteCommand({
        TableName,
        Key: uniqueKey(iin),
        ConditionExpression: 'id = :from',
        ExpressionAttributeValues: { ':from': from },
      });
      await ifHeld(client.send(command));
    },

    /** As `changeRequest` does it: read, change purely, write on condition of what was read, start over. */
    async change(id: string, transition: (kept: Credentials) => Credentials | Refusal): Promise<Credentials | Refusal> {
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const before = await read(id);
        if (!before) return refuse('access/unauthenticated');
        const after = transition(before);
        if (isRefusal(after) || after === before) return after;
        const { version, madeAs } = before;
        if (await put(toItem(after, { version: version + 1, madeAs }), unchangedSince(version))) return after;
      }
      throw new Error('an account is changed by too many at once');
    },
  };
};
export type Accounts = ReturnType<typeof openAccounts>;

const toItem = (
  { account, passwordHash }: Credentials,
  more: { version?: number; madeAs?: string | undefined } = {},
) => {
  const at = nextSending(account.notices ?? []);
  return {
    ...accountKey(account.id),
    account,
    ...(passwordHash !== undefined && { passwordHash }),
    ...more,
    ...sweepKeys(account.id, at === undefined ? undefined : { kind: 'account', at: new Date(at) }),
  };
};

const unchangedSince = (version: number) =>
  version === 0
    ? { ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(version)' }
    : { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': version } };

const accountKey = (id: string) => ({ pk: `ACCOUNT#${id}`, sk: 'ACCOUNT' });
const uniqueKey = (iin: string) => ({ pk: iinPartition(iin), sk: 'ACCOUNT' });

/** Keys are seen in metrics and traces; hashing keeps the number out of them, though whoever tries all can find it. */
export const iinPartition = (iin: string) => `IIN#${createHash('sha256').update(iin).digest('base64url')}`;
