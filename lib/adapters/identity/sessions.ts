import { createHash } from 'node:crypto';
import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { ActAs, epochAfter, instantAfter, SESSION_SECONDS, SignInMethod } from '../../domain/identity/session.ts';
import { logEvent } from '../log.ts';
import { ifHeld } from '../dynamo/condition.ts';
import type { Table } from '../dynamo/table.ts';

const SessionItem = z.object({
  id: z.string(),
  account: z.string(),
  /** The account's generation when the session began. */
  generation: z.int().optional(),
  method: SignInMethod,
  as: ActAs.optional(),
  startedAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  endedAt: z.iso.datetime().optional(),
  /** Hashes of the part that all refresh tokens of the session share, and of the part that is valid once. */
  familyHash: z.string(),
  turnHash: z.string(),
});
export type Session = Omit<z.output<typeof SessionItem>, 'familyHash' | 'turnHash'>;

/** `newSecret` makes 256 random bits in base64url; only their SHA-256 is stored. */
export interface NewSession {
  readonly id: string;
  readonly account: string;
  readonly generation?: number | undefined;
  readonly method: SignInMethod;
  readonly as?: ActAs | undefined;
  readonly newSecret: () => string;
}

/**
 * A refresh token is `<session>.<family>.<turn>`; the turn changes with each use. A token with the right family and an
 * earlier turn is a copy of a used token. It may be stolen, so the session ends (RFC 9700 4.14.2). A guess with only the
 * session's id, which is no secret, ends nothing.
 */
export const openSessions = ({ client, name: TableName }: Table) => {
  const read = async (id: string) => {
    const { Item } = await client.send(new GetCommand({ TableName, Key: keyOf(id), ConsistentRead: true }));
    return Item && SessionItem.parse(Item);
  };
  /** Whether the condition held. */
  const change = async (
    id: string,
    update: Pick<UpdateCommand['input'], 'UpdateExpression' | 'ConditionExpression'> & {
      readonly values: Record<string, string>;
    },
  ) => {
    const { values: ExpressionAttributeValues, ...expressions } = update;
    const command = new UpdateCommand({ TableName, Key: keyOf(id), ...expressions, ExpressionAttributeValues });
    return (await ifHeld(client.send(command))) !== undefined;
  };

  return {
    async start({ id, account, generation, method, as, newSecret }: NewSession, now: Date) {
      const [family, turn] = [newSecret(), newSecret()];
      const endsAt = instantAfter(now, SESSION_SECONDS);
      const session = {
        ...{ id, account, method, startedAt: now.toISOString(), endsAt },
        ...(generation !== undefined && { generation }),
        ...(as !== undefined && { as }),
      } satisfies Session;
      const secrets = { familyHash: hash(family), turnHash: hash(turn), expiresAt: epochAfter(now, SESSION_SECONDS) };
      const Item = { ...keyOf(id), ...session, ...secrets };
      await client.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }));
      return { session, refreshToken: `${id}.${family}.${turn}` };
    },

    /** The session while it lasts. Time to live removes items late, so the end is checked here. */
    async live(id: string, now: Date): Promise<Session | undefined> {
      const session = await read(id);
      return session && isLiveAt(session, now) ? session : undefined;
    },

    /** The live session whose family the refresh token has; `turn` says whether the token was used before. */
    async heldBy(refreshToken: string, now: Date): Promise<Session | undefined> {
      const [, id = 'none', family = ''] = tokenForm.exec(refreshToken) ?? [];
      const session = await read(id);
      return session?.familyHash === hash(family) && isLiveAt(session, now) ? session : undefined;
    },

    /** The next refresh token after this one; undefined if it belongs to no live session, or was used. */
    async turn(refreshToken: string, newSecret: () => string, now: Date): Promise<string | undefined> {
      const [, id, family, turn] = tokenForm.exec(refreshToken) ?? [];
      if (id === undefined || family === undefined || turn === undefined) return undefined;
      const next = newSecret();
      const turned = await change(id, {
        ConditionExpression: `familyHash = :family AND turnHash = :turn AND ${isLive}`,
        UpdateExpression: 'SET turnHash = :next',
        values: { ':family': hash(family), ':turn': hash(turn), ':next': hash(next), ':now': now.toISOString() },
      });
      if (turned) return `${id}.${family}.${next}`;
      const ended = await change(id, {
        ConditionExpression: `familyHash = :family AND ${isLive}`,
        UpdateExpression: 'SET endedAt = :now',
        values: { ':family': hash(family), ':now': now.toISOString() },
      });
      if (ended) logEvent('session/reuse', { session: id });
      return undefined;
    },

    end: (id: string, now: Date) =>
      change(id, {
        ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(endedAt)',
        UpdateExpression: 'SET endedAt = :now',
        values: { ':now': now.toISOString() },
      }),
  };
};
export type Sessions = ReturnType<typeof openSessions>;

const isLiveAt = ({ endedAt, endsAt }: Session, now: Date) => endedAt === undefined && endsAt > now.toISOString();

const tokenForm = /^([\w-]{1,64})\.([\w-]{43})\.([\w-]{43})$/;
const isLive = 'attribute_not_exists(endedAt) AND endsAt > :now';
const keyOf = (id: string) => ({ pk: `SESSION#${id}`, sk: 'SESSION' });
const hash = (secret: string) => createHash('sha256').update(secret).digest('base64url');
