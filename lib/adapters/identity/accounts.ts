import { createHash } from 'node:crypto';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Account } from '../../domain/identity/account.ts';
import { refuse, type Refusal } from '../../domain/problem/problem.ts';
import { ifHeld } from '../dynamo/condition.ts';
import type { Table } from '../dynamo/table.ts';

const AccountItem = z.object({ account: Account, passwordHash: z.string() });

/** An account together with what its password is checked against. */
export type Credentials = z.output<typeof AccountItem>;

/**
 * Two items an account: `ACCOUNT#<id>` holds it, `IIN#<hash>` names the id and makes the IIN unique. The second is
 * written first and never changed; a stop between the two heals when the person registers again, for the id is taken
 * from there. Both writes are conditional, none needs a transaction.
 */
export const openAccounts = ({ client, name: TableName }: Table) => {
  const read = async (id: string): Promise<Credentials | undefined> => {
    const { Item } = await client.send(new GetCommand({ TableName, Key: accountKey(id), ConsistentRead: true }));
    return Item && AccountItem.parse(Item);
  };
  const idOf = async (iin: string) => {
    const { Item } = await client.send(new GetCommand({ TableName, Key: uniqueKey(iin), ConsistentRead: true }));
    return Item && z.string().parse(Item['id']);
  };
  const putNew = async (item: Record<string, unknown>) => {
    const command = new PutCommand({ TableName, Item: item, ConditionExpression: 'attribute_not_exists(pk)' });
    return (await ifHeld(client.send(command))) !== undefined;
  };
  /** Reads as much for an unknown IIN as for a known one, so that time does not tell them apart. */
  const findCredentials = async (iin: string) => read((await idOf(iin)) ?? 'unknown');

  return {
    find: async (id: string): Promise<Account | undefined> => (await read(id))?.account,
    findByIin: async (iin: string): Promise<Account | undefined> => (await findCredentials(iin))?.account,
    findCredentials,
    /** The account as it was kept; its id is the given one, or that of an attempt which stopped half-way. */
    async add(account: Account, passwordHash: string): Promise<Account | Refusal> {
      const claimed = await putNew({ ...uniqueKey(account.iin), id: account.id });
      const id = claimed ? account.id : ((await idOf(account.iin)) ?? account.id);
      const kept = { ...account, id };
      if (await putNew({ ...accountKey(id), account: kept, passwordHash })) return kept;
      // A put whose answer was lost is sent again by the SDK; its own salt tells that it was this one.
      return (await read(id))?.passwordHash === passwordHash ? kept : refuse('account/exists');
    },
  };
};
export type Accounts = ReturnType<typeof openAccounts>;

const accountKey = (id: string) => ({ pk: `ACCOUNT#${id}`, sk: 'ACCOUNT' });
const uniqueKey = (iin: string) => ({ pk: iinPartition(iin), sk: 'ACCOUNT' });

/** Keys are seen in metrics and traces; hashing keeps the number out of them, though whoever tries all can find it. */
export const iinPartition = (iin: string) => `IIN#${createHash('sha256').update(iin).digest('base64url')}`;
