import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Ballot } from '../../domain/questionnaire/ballot.ts';
import type { Tally } from '../../domain/questionnaire/figures.ts';
import type { Table } from './table.ts';
import type { Parts } from './transact.ts';

const keyOf = ({ service, month, office }: Pick<Ballot, 'service' | 'month' | 'office'>) => ({
  pk: `INDICATORS#${service}`,
  sk: `${month}#${office}`,
});

/** The part of a transaction that counts a ballot. It must be written together with the mark on the request. */
export const ballotPart = (TableName: string, ballot: Ballot): Parts[number] => ({
  Update: {
    TableName,
    Key: keyOf(ballot),
    UpdateExpression: 'ADD people :one, quality :quality, accessibility :accessibility',
    ExpressionAttributeValues: {
      ':one': 1,
      ':quality': Number(ballot.satisfied.includes('quality')),
      ':accessibility': Number(ballot.satisfied.includes('accessibility')),
    },
  },
});

const count = z.int().nonnegative();
const Item = z
  .object({ sk: z.string(), people: count, quality: count, accessibility: count })
  .transform(({ sk, ...counted }): OfficeTally => ({
    month: sk.slice(0, '2026-11'.length),
    office: sk.slice('2026-11#'.length),
    ...counted,
  }));

export type OfficeTally = Tally & { readonly office: string };

export const openBallots = ({ client, name: TableName }: Table) => ({
  /** What was counted for a service in these months, both included, month by month; each has one item for an office. */
  async tally(service: string, from: string, to: string): Promise<readonly OfficeTally[]> {
    const found: OfficeTally[] = [];
    for (let start: Record<string, unknown> | undefined; ;) {
      const { Items, LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :service AND sk BETWEEN :from AND :to',
          // `~` follows every letter and digit, so the last month is whole.
          ExpressionAttributeValues: { ':service': `INDICATORS#${service}`, ':from': from, ':to': `${to}#~` },
          ...(start && { ExclusiveStartKey: start }),
        }),
      );
      found.push(...(Items ?? []).map((item) => Item.parse(item)));
      start = LastEvaluatedKey;
      if (!start) return found;
    }
  },
});

export type Ballots = ReturnType<typeof openBallots>;
