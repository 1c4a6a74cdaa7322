import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import type { Table } from './table.ts';

/** How many items a BatchGet may ask for (DynamoDB API reference), and how often what it left out is asked for again. */
const [EACH, BATCHES] = [100, 8];

type Item = Record<string, unknown>;

/**
 * The items with these keys, in their order; those that do not exist are absent. No two keys have the same `pk`.
 *
 * @throws Error if DynamoDB leaves some out again and again
 */
export async function readItems({ client, name }: Table, keys: readonly Item[]): Promise<readonly Item[]> {
  const found = new Map<unknown, Item>();
  for (let start = 0; start < keys.length; start += EACH) {
    let left: Item[] = keys.slice(start, start + EACH).map(({ pk, sk }) => ({ pk, sk }));
    for (let batch = 0; left.length > 0; batch += 1) {
      if (batch === BATCHES) throw new Error(`${left.length} items could not be read`);
      const { Responses, UnprocessedKeys } = await client.send(
        new BatchGetCommand({ RequestItems: { [name]: { Keys: left } } }),
      );
      for (const item of Responses?.[name] ?? []) found.set(item['pk'], item);
      left = UnprocessedKeys?.[name]?.Keys ?? [];
    }
  }
  return keys.map(({ pk }) => found.get(pk)).filter((item) => item !== undefined);
}
