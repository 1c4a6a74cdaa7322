import { DeleteCommand, GetCommand, PutCommand, QueryCommand, type PutCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Requests } from '../../domain/request/change.ts';
import { Request } from '../../domain/request/request.ts';
import { SCHEMA, upgradeRequest } from '../../domain/request/upgrade.ts';
import type { Ballot } from '../../domain/questionnaire/ballot.ts';
import { ballotPart } from './ballots.ts';
import { ifHeld } from './condition.ts';
import { claimParts, freeClaim } from './child-claims.ts';
import { complaintParts, removeEntries } from './complaint-list.ts';
import { countParts, stepsOf } from './queue-counters.ts';
import { openQueueIndex } from './queue-index.ts';
import { indexKeys, requestKey as key, requestOf } from './request-keys.ts';
import type { Page, PageAsked } from './page.ts';
import type { Table } from './table.ts';
import { isConflict, pauseAfter, writeTogether, type Parts } from './transact.ts';

interface Index {
  readonly name: string;
  readonly key: string;
  readonly sort: string;
  readonly ascending: boolean;
}

const byApplicant = { name: 'byApplicant', key: 'gsiApplicant', sort: 'gsiApplicantSk', ascending: false };
const byOffice = { name: 'byOffice', key: 'gsiOffice', sort: 'gsiOfficeSk', ascending: true };

/** A request is counted as soon as it is written, so no item says that it is not. */
function toItem(request: Request) {
  const { uncounted: _, ...counted } = request as Request & { readonly uncounted?: true };
  return { ...key(request.id), ...indexKeys(request), schema: SCHEMA, request: counted };
}
const fromItem = (item: Record<string, unknown>) => Request.parse(upgradeRequest(item['schema'], item['request']));

/** `claimed`: another request stands for the same child. */
type Written = 'written' | 'changed-meanwhile' | 'claimed';

interface Options {
  /** How long a transaction waits that met another one. */
  readonly pause?: (tries: number) => Promise<void>;
}

/**
 * Requests in the table: one item each, written on condition that its version is the one that was read. A request that
 * enters or leaves a queue is written in one transaction with the counters of the queue.
 */
export function openRequests({ client, name: TableName }: Table, { pause = pauseAfter }: Options = {}) {
  /** Writes the request, alone or with the counters and the claim on a child that it changes. */
  async function write(
    after: Request,
    before: Request | undefined,
    condition: object,
    also: Parts = [],
  ): Promise<Written> {
    const put = { TableName, Item: toItem(after), ...condition };
    const { taken, freed } = claimParts(TableName, before, after);
    // The order says which condition failed: the request's own is the first, and that of a claim is the second.
    const counted = countParts(TableName, stepsOf(before, after));
    const parts = [{ Put: put }, ...taken, ...counted, ...complaintParts(TableName, before, after), ...also];
    if (parts.length + freed.length === 1) return (await putAlone(put)) ? 'written' : 'changed-meanwhile';
    const failed = await writeTogether({ client }, [...parts, ...freed], pause);
    if (failed.length === 0) return 'written';
    if (failed.includes(0)) return 'changed-meanwhile';
    if (taken.length > 0 && failed.includes(1)) return 'claimed';
    return (await writeTogether({ client }, parts, pause)).length === 0 ? 'written' : 'changed-meanwhile';
  }

  async function putAlone(put: PutCommandInput): Promise<boolean> {
    try {
      return (await ifHeld(client.send(new PutCommand(put)))) !== undefined;
    } catch (error) {
      if (isConflict(error)) return false;
      throw error;
    }
  }

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
      ...(last && { next: [String(last[index.sort]), requestOf(last['pk'])] }),
    };
  }

  return {
    async find(id: string): Promise<Request | undefined> {
      const { Item } = await client.send(new GetCommand({ TableName, Key: key(id), ConsistentRead: true }));
      return Item && fromItem(Item);
    },

    add: async (request: Request) =>
      (await write(request, undefined, { ConditionExpression: 'attribute_not_exists(pk)' })) === 'written'
        ? 'added'
        : 'exists',

    async replace(after: Request, before: Request): Promise<'replaced' | Exclude<Written, 'written'>> {
      const written = await write(after, before, ifVersion(before));
      return written === 'written' ? 'replaced' : written;
    },

    /** Replaces the request and counts a ballot: both or neither. */
    async replaceAndCount(after: Request, before: Request, ballot: Ballot): Promise<'replaced' | 'changed-meanwhile'> {
      const written = await write(after, before, ifVersion(before), [ballotPart(TableName, ballot)]);
      return written === 'written' ? 'replaced' : 'changed-meanwhile';
    },

    /** Deletes the request, unless somebody changed it since it was read. */
    erase: async (request: Request): Promise<'erased' | 'changed-meanwhile'> => {
      const command = new DeleteCommand({ TableName, Key: key(request.id), ...ifVersion(request) });
      if (!(await ifHeld(client.send(command)))) return 'changed-meanwhile';
      await freeClaim({ client, name: TableName }, request);
      await removeEntries({ client, name: TableName }, request);
      return 'erased';
    },

    /** Newest first. */
    listByApplicant: (account: string, page: PageAsked): Promise<Page> =>
      query(byApplicant, `APPLICANT#${account}`, page),

    /** Open work of an office, the earliest due time first, so overdue work leads. */
    listByOffice: (office: string, page: PageAsked): Promise<Page> => query(byOffice, `OFFICE#${office}`, page),

    ...openQueueIndex({ client, name: TableName }, fromItem),

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

const ifVersion = ({ version }: Request) => ({
  ConditionExpression: '#request.#version = :before',
  ExpressionAttributeNames: { '#request': 'request', '#version': 'version' },
  ExpressionAttributeValues: { ':before': version },
});

export type RequestTable = ReturnType<typeof openRequests>;
