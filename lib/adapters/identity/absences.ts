import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Absence } from '../../domain/identity/absence.ts';
import { isRefusal, refuse, type Refusal } from '../../domain/problem/problem.ts';
import { ifHeld } from '../dynamo/condition.ts';
import type { Table } from '../dynamo/table.ts';

const Item = z.object({ absences: z.array(Absence), version: z.int() });

const ATTEMPTS = 8;

/**
 * The absences of an office are one item, so two of them cannot be written past each other: nobody can be made to stand in for
 * somebody who at that moment is made to stand in for them.
 */
export const openAbsences = ({ client, name: TableName }: Table) => {
  const read = async (office: string, ConsistentRead: boolean) => {
    const { Item: found } = await client.send(new GetCommand({ TableName, Key: absencesKey(office), ConsistentRead }));
    return found && Item.parse(found);
  };

  return {
    /**
     * Those of an office that have not been forgotten, in the order in which they were said. What was said within the last second may
     * be missing: heads say it for days, and every call of an employee reads it (docs/decisions/0052).
     */
    absencesAt: async (office: string): Promise<readonly Absence[]> => (await read(office, false))?.absences ?? [],

    /** As in `changeRequest`: read, apply a pure change, write on condition of the version that was read, start over. */
    async changeAbsences(
      office: string,
      change: (absences: readonly Absence[]) => readonly Absence[] | Refusal,
    ): Promise<readonly Absence[] | Refusal> {
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const before = await read(office, true);
        const absences = before?.absences ?? [];
        const after = change(absences);
        if (isRefusal(after) || after === absences) return after;
        const condition = before
          ? { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': before.version } }
          : { ConditionExpression: 'attribute_not_exists(pk)' };
        const put = { ...absencesKey(office), absences: after, version: (before?.version ?? 0) + 1 };
        if (await ifHeld(client.send(new PutCommand({ TableName, Item: put, ...condition })))) return after;
      }
      return refuse('absence/changed-meanwhile');
    },
  };
};

const absencesKey = (office: string) => ({ pk: `ABSENCES#${office}`, sk: 'ABSENCES' });
