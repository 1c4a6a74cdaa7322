import { DeleteCommand, GetCommand, PutCommand, QueryCommand, type QueryCommandOutput } from '@aws-sdk/lib-dynamodb';
import type { Requests } from '../../domain/request/change.ts';
import { Request } from '../../domain/request/request.ts';
import { SCHEMA, upgradeRequest } from '../../domain/request/upgrade.ts';
import { ifHeld } from './condition.ts';
import { indexKeys, queueKey } from './request-keys.ts';
import type { Table } from './table.ts';

/** Where a page ended: the sort key and the request's id. */
export type PageEnd = readonly [sort: string, id: string];

/** One page of a list; `next` is absent on the last page. */
export interface Page {
  readonly requests: readonly Request[];
  readonly next?: PageEnd;
}

export interface PageAsked {
  readonly limit: number;
  readonly from?: PageEnd | undefined;
  /** Reads `limit` requests and returns only those that were submitted. */
  readonly submitted?: true;
}

interface Index {
  readonly name: string;
  readonly key: string;
  readonly sort: string;
  readonly ascending: boolean;
}

const byApplicant = { name: 'byApplicant', key: 'gsiApplicant', sort: 'gsiApplicantSk', ascending: false };
const byOffice = { name: 'byOffice', key: 'gsiOffice', sort: 'gsiOfficeSk', ascending: true };

const key = (id: string) => ({ pk: `REQUEST#${id}`, sk: 'REQUEST' });

const toItem = (request: Request) => ({ ...key(request.id), ...indexKeys(request), schema: SCHEMA, request });
const fromItem = (item: Record<string, unknown>) => Request.parse(upgradeRequest(item['schema'], item['request']));

/** Requests in the table: one item each, written on condition that its version is the one that was read. */
export function openRequests({ client, name: TableName }: Table) {
  const put = async (item: Record<string, unknown>, condition: object) =>
    (await ifHeld(client.send(new PutCommand({ TableName, Item: item, ...condition })))) !== undefined;

  async function query(index: Index, value: string, page: PageAsked): Promise<Page> {
    const [sort, id] = page.from ?? [];
    const answer = await client.send(
      new QueryCommand({
        TableName,
        IndexName: index.name,
        KeyConditionExpression: '#key = :value',
        ExpressionAttributeNames: { '#key': index.key, ...(page.submitted && { '#request': 'request' }) },
        ExpressionAttributeValues: { ':value': value },
        ...(page.submitted && { FilterExpression: 'attribute_exists(#request.submission)' }),
        ScanIndexForward: index.ascending,
        Limit: page.limit,
        ...(sort !== undefined &&
          id !== undefined && { ExclusiveStartKey: { ...key(id), [index.key]: value, [index.sort]: sort } }),
      }),
    );
    const last = answer.LastEvaluatedKey;
    return {
      requests: (answer.Items ?? []).map(fromItem),
      ...(last && { next: [String(last[index.sort]), String(last['pk']).slice('REQUEST#'.length)] }),
    };
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

    /** Deletes the request, unless somebody changed it since it was read. */
    erase: async ({ id, version }: Request): Promise<'erased' | 'changed-meanwhile'> => {
      const command = new DeleteCommand({
        TableName,
        Key: key(id),
        ConditionExpression: '#request.#version = :before',
        ExpressionAttributeNames: { '#request': 'request', '#version': 'version' },
        ExpressionAttributeValues: { ':before': version },
      });
      return (await ifHeld(client.send(command))) ? 'erased' : 'changed-meanwhile';
    },

    /** Newest first. */
    listByApplicant: (account: string, page: PageAsked): Promise<Page> =>
      query(byApplicant, `APPLICANT#${account}`, page),

    /** Open work of an office, the earliest due time first, so overdue work leads. */
    listByOffice: (office: string, page: PageAsked): Promise<Page> => query(byOffice, `OFFICE#${office}`, page),

    /** The requests that wait for a place at an office, the earliest submission first. */
    listQueue: (office: string, service: string, page: PageAsked): Promise<Page> =>
      query(byOffice, queueKey(office, service), page),

    /** How many requests are in that queue before a sort key (`queueSort`). */
    async countAhead(office: string, service: string, sort: string): Promise<number> {
      let ahead = 0;
      for (let from: Record<string, unknown> | undefined; ;) {
        const answer: QueryCommandOutput = await client.send(
          new QueryCommand({
            TableName,
            IndexName: byOffice.name,
            Select: 'COUNT',
            KeyConditionExpression: '#key = :queue AND #sort < :before',
            ExpressionAttributeNames: { '#key': byOffice.key, '#sort': byOffice.sort },
            ExpressionAttributeValues: { ':queue': queueKey(office, service), ':before': sort },
            ...(from && { ExclusiveStartKey: from }),
          }),
        );
        ahead += answer.Count ?? 0;
        from = answer.LastEvaluatedKey;
        if (!from) return ahead;
      }
    },

    async findByNumber(number: string): Promise<Request | undefined> {
      const answer = await client.send(
        new QueryCommand({
          TableName,
          IndexName: 'byNumber',
          KeyConditionExpression: 'gsiNumber = :number',
          ExpressionAttributeValues: { ':number': `NUMBER#${number}` },
          Limit: 1,
        }),
      );
      return answer.Items?.map(fromItem)[0];
    },
  } satisfies Requests & Record<string, unknown>;
}

export type RequestTable = ReturnType<typeof openRequests>;
