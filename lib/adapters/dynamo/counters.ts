import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Table } from './table.ts';

const Counted = z.object({ value: z.int().positive() });

/** Sequences from 1. A number that is not used leaves a gap; no number is given twice. */
export const openCounters = ({ client, name: TableName }: Table) => ({
  async next(sequence: string): Promise<number> {
    const { Attributes } = await client.send(
      new UpdateCommand({
        TableName,
        Key: { pk: `COUNTER#${sequence}`, sk: 'COUNTER' },
        UpdateExpression: 'ADD #value :one',
        ExpressionAttributeNames: { '#value': 'value' },
        ExpressionAttributeValues: { ':one': 1 },
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    return Counted.parse(Attributes).value;
  },
});

export type Counters = ReturnType<typeof openCounters>;
