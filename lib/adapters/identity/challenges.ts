import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { CHALLENGE_SECONDS, epochAfter, instantAfter } from '../../domain/identity/session.ts';
import { ifHeld } from '../dynamo/condition.ts';
import type { Table } from '../dynamo/table.ts';

const ChallengeItem = z.object({ text: z.string() });

export const openChallenges = ({ client, name: TableName }: Table) => ({
  /** Stores the text to sign. */
  async issue(id: string, text: string, now: Date): Promise<{ expiresAt: string }> {
    const endsAt = instantAfter(now, CHALLENGE_SECONDS);
    const Item = { ...keyOf(id), text, endsAt, expiresAt: epochAfter(now, CHALLENGE_SECONDS) };
    await client.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }));
    return { expiresAt: endsAt };
  },

  /** Returns the text once: of many simultaneous calls only the one that deletes the item gets it. */
  async consume(id: string, now: Date): Promise<string | undefined> {
    const command = new DeleteCommand({
      TableName,
      Key: keyOf(id),
      ConditionExpression: 'attribute_exists(pk) AND endsAt > :now',
      ExpressionAttributeValues: { ':now': now.toISOString() },
      ReturnValues: 'ALL_OLD',
    });
    const deleted = await ifHeld(client.send(command));
    return deleted && ChallengeItem.parse(deleted.Attributes).text;
  },
});
export type Challenges = ReturnType<typeof openChallenges>;

const keyOf = (id: string) => ({ pk: `CHALLENGE#${id}`, sk: 'CHALLENGE' });
