import { DeleteCommand, GetCommand, PutCommand, QueryCommand, type PutCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Requests } from '../../domain/request/change.ts';
import type { Request } from '../../domain/request/request.ts';
import type { Ballot } from '../../domain/questionnaire/ballot.ts';
import { ballotPart } from './ballots.ts';
import { ifHeld } from './condition.ts';
import { claimParts, freeClaim } from './child-claims.ts';
import { complaintParts, removeEntries } from './complaint-list.ts';
import { countParts, stepsOf } from './queue-counters.ts';
import { openQueueIndex } from './queue-index.ts';
import { logFailure } from '../log.ts';
import { openOpenCounts } from './open-counts.ts';
import { readItems } from './read-items.ts';
import { ifVersion, packRequest, readRequest } from './request-item.ts';
import { requestKey as key, requestOf } from './request-keys.ts';
import { openRequestLines } from './request-lines.ts';
import type { Table } from './table.ts';
import { isConflict, pauseAfter, writeTogether, type Parts } from './transact.ts';

/** A request is counted as soon as it is written, so no item says that it is not. */
/** `claimed`: another request stands for the same child. */
type Written = 'written' | 'changed-meanwhile' | 'claimed';

interface Options {
  /** How long a transaction waits that met another one. */
  readonly pause?: (tries: number) => Promise<void>;
  /** A month of a queue with more children is counted by its ten minutes. */
  readonly few?: number;
}

/**
 * Requests in the table: one item each, written on condition that its version is the one that was read. A request that
 * enters or leaves a queue is written in one transaction with the counters of the queue.
 */
export function openRequests({ client, name: TableName }: Table, { pause = pauseAfter, few }: Options = {}) {
  const openCounts = openOpenCounts({ client, name: TableName });

  /** Writes the request and then counts its open work: what is not counted is found by the daily check. */
  async function write(
    after: Request,
    before: Request | undefined,
    condition: object,
    also: Parts = [],
  ): Promise<Written> {
    const written = await writeRequest(after, before, condition, also);
    if (written === 'written')
      await openCounts.countOpenChange(before, after).catch((error: unknown) => logFailure('open counts', error));
    return written;
  }

  /** Writes the request, alone or with the counters and the claim on a child that it changes. */
  async function writeRequest(
    after: Request,
    before: Request | undefined,
    condition: object,
    also: Parts,
  ): Promise<Written> {
    const put = { TableName, Item: packRequest(after), ...condition };
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

  async function find(id: string): Promise<Request | undefined> {
    const { Item } = await client.send(new GetCommand({ TableName, Key: key(id), ConsistentRead: true }));
    return Item && readRequest(Item);
  }

  return {
    find,

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

    /** Those of these ids that exist, in their order. */
    async findAll(ids: readonly string[]): Promise<readonly Request[]> {
      const items = await readItems({ client, name: TableName }, ids.map(key));
      return items.map(readRequest);
    },

    ...openRequestLines({ client, name: TableName }),
    ...openCounts,
    ...openQueueIndex({ client, name: TableName }, readRequest, few),

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
      const [found] = answer.Items ?? [];
      return found && find(requestOf(found['pk']));
    },
  } satisfies Requests & Record<string, unknown>;
}

export type RequestTable = ReturnType<typeof openRequests>;
