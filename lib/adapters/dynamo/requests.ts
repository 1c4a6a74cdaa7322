import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Requests } from '../../domain/request/change.ts';
import { Request } from '../../domain/request/request.ts';
import { indexKeys } from './request-keys.ts';
import type { Table } from './table.ts';

/** One page of a list; `next` is opaque and absent on the last page. */
export interface Page {
  readonly requests: readonly Request[];
  readonly next?: string;
}

export interface PageAsked {
  readonly limit: number;
  readonly from?: string | undefined;
}

const key = (id: string) => ({ pk: `REQUEST#${id}`, sk: 'REQUEST' });

const toItem = (request: Request) => ({ ...key(request.id), ...indexKeys(request), request });
const fromItem = (item: Record<string, unknown>) => Request.parse(item['request']);

/** Requests in the one table: an item each, written on condition of the version that was read. */
export function requestTable({ client, name: TableName }: Table) {
  async function put(item: Record<string, unknown>, condition: object) {
    try {
      await client.send(new PutCommand({ TableName, Item: item, ...condition }));
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }

  async function query(index: string, keyName: string, value: string, ascending: boolean, page: PageAsked) {
    const answer = await client.send(
      new QueryCommand({
        TableName,
        IndexName: index,
        KeyConditionExpression: '#key = :value',
        ExpressionAttributeNames: { '#key': keyName },
        ExpressionAttributeValues: { ':value': value },
        ScanIndexForward: ascending,
        Limit: page.limit,
        ...(page.from && { ExclusiveStartKey: decodeCursor(page.from) }),
      }),
    );
    const requests = (answer.Items ?? []).map(fromItem);
    return { requests, ...(answer.LastEvaluatedKey && { next: encodeCursor(answer.LastEvaluatedKey) }) };
  }

  return {
    async find(id: string): Promise<Request | undefined> {
      const { Item } = await client.send(new GetCommand({ TableName, Key: key(id), ConsistentRead: true }));
      return Item && fromItem(Item);
    },

    add: async (request: Request) =>
      (await put(toItem(request), { ConditionExpression: 'attribute_not_exists(pk)' })) ? 'added' : 'exists',

    replace: async (request: Request) =>
      (await put(toItem(request), {
        ConditionExpression: '#request.#version = :before',
        ExpressionAttributeNames: { '#request': 'request', '#version': 'version' },
        ExpressionAttributeValues: { ':before': request.version - 1 },
      }))
        ? 'replaced'
        : 'changed-meanwhile',

    /** Newest first. */
    listByApplicant: (account: string, page: PageAsked): Promise<Page> =>
      query('byApplicant', 'gsiApplicant', `APPLICANT#${account}`, false, page),

    /** Open work of an office, the earliest due time first: what is overdue leads. */
    listByOffice: (office: string, page: PageAsked): Promise<Page> =>
      query('byOffice', 'gsiOffice', `OFFICE#${office}`, true, page),

    async findByNumber(number: string): Promise<Request | undefined> {
      const { requests } = await query('byNumber', 'gsiNumber', `NUMBER#${number}`, true, { limit: 1 });
      return requests[0];
    },

    /** What the sweeper has to look at by `now`, the longest waiting first. */
    async listDue(now: Date, limit: number): Promise<readonly Request[]> {
      const answer = await client.send(
        new QueryCommand({
          TableName,
          IndexName: 'bySweep',
          KeyConditionExpression: 'gsiSweep = :sweep AND gsiSweepAt <= :now',
          ExpressionAttributeValues: { ':sweep': 'REQUEST', ':now': now.toISOString() },
          Limit: limit,
        }),
      );
      return (answer.Items ?? []).map(fromItem);
    },
  } satisfies Requests & Record<string, unknown>;
}

export type RequestTable = ReturnType<typeof requestTable>;

const encodeCursor = (lastKey: Record<string, unknown>) => Buffer.from(JSON.stringify(lastKey)).toString('base64url');
const decodeCursor = (cursor: string) =>
  JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as Record<string, unknown>;
