import { GetCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Account } from '../../domain/identity/account.ts';
import { isRefusal, type Refusal } from '../../domain/problem/problem.ts';
import { ifHeld } from '../dynamo/condition.ts';
import type { Table } from '../dynamo/table.ts';
import { iinPartition } from './accounts.ts';

const Key = { pk: 'ADMINISTRATOR#FIRST', sk: 'ACCOUNT' };

/** There is an administrator already, or somebody else is just being made the first. */
export type NotFirst = 'there-is-one' | 'another-begun';

/**
 * Makes an administrator if there is none. Two who try at once meet at one item, which names whom it is for; a stop
 * after it heals when the same person is tried again.
 */
export async function makeFirst(
  { client, name: TableName }: Table,
  iin: string,
  make: () => Promise<Account | Refusal>,
): Promise<Account | Refusal | NotFirst> {
  if (await hasAdministrator({ client, name: TableName })) return 'there-is-one';
  const whom = iinPartition(iin);
  const claim = new PutCommand({ TableName, Item: { ...Key, whom }, ConditionExpression: 'attribute_not_exists(pk)' });
  if ((await ifHeld(client.send(claim))) === undefined) {
    const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    if (Item?.['whom'] !== whom) return 'another-begun';
  }
  const made = await make();
  return isRefusal(made) && (await hasAdministrator({ client, name: TableName })) ? 'there-is-one' : made;
}

/** Reads the whole table: run once, when it is nearly empty. */
async function hasAdministrator({ client, name: TableName }: Table): Promise<boolean> {
  let from: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({
        TableName,
        ConsistentRead: true,
        FilterExpression: 'begins_with(pk, :account) AND account.#role = :administrator',
        ExpressionAttributeNames: { '#role': 'role' },
        ExpressionAttributeValues: { ':account': 'ACCOUNT#', ':administrator': 'administrator' },
        ExclusiveStartKey: from,
      }),
    );
    if (page.Items?.length) return true;
    from = page.LastEvaluatedKey;
  } while (from);
  return false;
}
