import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { ifHeld } from './condition.ts';
import type { Table } from './table.ts';

/** Seconds for which a day's count is kept: longer than the day in every zone. */
const LIFE = 3 * 86_400;

/** Counts what an account does in a day (UTC), up to a limit. Counted before it is done, so that parallel calls count, too. */
export const openDayCounter = ({ client, name: TableName }: Table, what: string) => ({
  /** Whether there is one more today. */
  async take(account: string, most: number, now: Date): Promise<boolean> {
    const day = now.toISOString().slice(0, 10);
    const taken = await ifHeld(
      client.send(
        new UpdateCommand({
          TableName,
          Key: { pk: `DAY#${what}#${account}#${day}`, sk: 'DAY' },
          ConditionExpression: 'attribute_not_exists(pk) OR #count < :most',
          UpdateExpression: 'SET expiresAt = :expires ADD #count :one',
          ExpressionAttributeNames: { '#count': 'count' },
          ExpressionAttributeValues: {
            ...{ ':most': most, ':one': 1 },
            ':expires': Math.floor(now.getTime() / 1000) + LIFE,
          },
        }),
      ),
    );
    return taken !== undefined;
  },
});
export type DayCounter = ReturnType<typeof openDayCounter>;
