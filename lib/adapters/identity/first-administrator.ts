import { GetCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { isRefusal, type Refusal } from '../../domain/problem/problem.ts';
import { ifHeld } from '../dynamo/condition.ts';
import type { Table } from '../dynamo/table.ts';
import { iinPartition } from './accounts.ts';

const Key = { pk: 'ADMINISTRATOR#FIRST', sk: 'ACCOUNT' };

/** There is an administrator already, or another person is being made the first one now. */
export type NotFirst = 'there-is-one' | 'another-begun';

/**
 * Makes an administrator if there is none. Two simultaneous attempts compete for one item, which names the person. After
 * a crash, trying again for the same person continues.
 */
export async function makeFirst<Made extends object>(
  { client, name: TableName }: Table,
  iin: string,
  make: () => Promise<Made | Refusal>,
): Promise<Made | Refusal | NotFirst> {
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

/** Reads the whole table. It runs once, when the table is nearly empty. */
async function hasAdministrator({ client, name: TableName }: Table): Promise<boolean> {
  let from: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({
        TableName,
        ConsistentRead: true,
        FilterExpression:
          'begins_with(pk, :account) AND (account.#role = :administrator OR account.offered.#role = :administrator)',
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
