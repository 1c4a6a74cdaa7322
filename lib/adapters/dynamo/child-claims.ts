import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { claimOf, type Claim } from '../../domain/request/queue/claim.ts';
import { isSubmitted, type Request } from '../../domain/request/request.ts';
import { ifHeld } from './condition.ts';
import { openDigest, type Digest } from './table-secret.ts';
import type { Table } from './table.ts';
import type { Parts } from './transact.ts';

const claimKey = (key: string) => ({ pk: `CHILD#${key}`, sk: 'CHILD' });

/** The parts of a transaction that take the child of a request, or let it go. */
export interface ClaimParts {
  readonly taken: Parts;
  /** May be left out: a claim that is over may be another request's by now. */
  readonly freed: Parts;
}

export function claimParts(TableName: string, before: Request | undefined, after: Request): ClaimParts {
  const [had, has] = [claimOf(before), claimOf(after)];
  if (had?.key === has?.key) return { taken: [], freed: [] };
  return {
    taken: has ? [{ Put: take(TableName, after, has) }] : [],
    freed: had ? [{ Delete: release(TableName, after.id, had) }] : [],
  };
}

/** One that is over, like that of a child who has grown too old, does not count. */
const take = (TableName: string, request: Request, { key, until }: Claim) => ({
  TableName,
  Item: { ...claimKey(key), request: request.id, until, expiresAt: Math.floor(Date.parse(until) / 1000) },
  ConditionExpression: 'attribute_not_exists(pk) OR #request = :id OR #until <= :now',
  ExpressionAttributeNames: { '#request': 'request', '#until': 'until' },
  ExpressionAttributeValues: {
    ':id': request.id,
    ':now': isSubmitted(request) ? request.submission.at : request.createdAt,
  },
});

const release = (TableName: string, id: string, { key }: Claim) => ({
  TableName,
  Key: claimKey(key),
  ConditionExpression: '#request = :id',
  ExpressionAttributeNames: { '#request': 'request' },
  ExpressionAttributeValues: { ':id': id },
});

/** Frees the child of a request that is erased. */
export async function freeClaim({ client, name: TableName }: Table, request: Request): Promise<void> {
  const claim = claimOf(request);
  if (claim) await ifHeld(client.send(new DeleteCommand(release(TableName, request.id, claim))));
}

/** The form of children's IINs in keys, which appear in metrics and traces. */
export const openChildKey = (table: Table): ChildKey => openDigest(table, 'CHILD-SECRET');

export type ChildKey = Digest;
