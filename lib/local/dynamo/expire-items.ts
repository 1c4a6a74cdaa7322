import type { TableEntry } from '../template/estate.ts';

type Call = (name: string, input: unknown) => Promise<object>;
type Item = Readonly<Record<string, { readonly N?: string }>>;

/**
 * Deletes items whose time to live is over, as DynamoDB does some time later. An item that was written again meanwhile
 * stays. Returns how many were deleted.
 */
export async function expireItems(call: Call, tables: readonly TableEntry[], now: number): Promise<number> {
  let expired = 0;
  for (const { name: TableName, KeySchema, TimeToLiveSpecification } of tables) {
    if (!TimeToLiveSpecification) continue;
    const over = {
      ExpressionAttributeNames: { '#until': TimeToLiveSpecification.AttributeName },
      ExpressionAttributeValues: { ':now': { N: String(Math.floor(now / 1000)) } },
    };
    for (let from: object | undefined; ;) {
      const scan = { TableName, FilterExpression: '#until < :now', ...over, ...(from && { ExclusiveStartKey: from }) };
      const { Items, LastEvaluatedKey } = (await call('Scan', scan)) as { Items: Item[]; LastEvaluatedKey?: object };
      for (const item of Items) {
        const Key = Object.fromEntries(KeySchema.map(({ AttributeName }) => [AttributeName, item[AttributeName]]));
        const remove = { TableName, Key, ConditionExpression: '#until < :now', ...over };
        await call('DeleteItem', remove).then(
          () => (expired += 1),
          () => undefined,
        );
      }
      if (!LastEvaluatedKey) break;
      from = LastEvaluatedKey;
    }
  }
  return expired;
}
