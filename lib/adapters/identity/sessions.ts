import { createHash } from 'node:crypto';
import { GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import {
  ActAs,
  epochAfter,
  instantAfter,
  REPEAT_SECONDS,
  SESSION_SECONDS,
  SignInMethod,
} from '../../domain/identity/session.ts';
import { logEvent } from '../log.ts';
import { ifHeld } from '../dynamo/condition.ts';
import { readItems } from '../dynamo/read-items.ts';
import type { Table } from '../dynamo/table.ts';
import { openAnswer, sealAnswer } from './sealed-answer.ts';

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
  /** The turn before this one: its hash, when it was used, and its answer. */
  replaced: z.object({ turnHash: z.string(), at: z.iso.datetime(), sealed: z.string() }).optional(),
});
export type Session = Omit<z.output<typeof SessionItem>, 'familyHash' | 'turnHash' | 'replaced'>;

/** A live session of the refresh token's family; `turn` decides whether the token is the current one. */
export interface Held {
  readonly session: Session;
  /** What this token was answered less than `REPEAT_SECONDS` ago, and when. */
  readonly told?: { readonly answer: string; readonly at: string };
}

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
 *
 * An answer may be lost, and two tabs may ask at once: for `REPEAT_SECONDS` the token just replaced gets the same answer
 * again. No other used token does, and nothing lasts longer because of it. A thief gets only the token that its owner
 * has too, so the session ends when both of them use it.
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
      readonly values: Record<string, unknown>;
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
      const listed = { gsiApplicant: `SESSIONS#${account}`, gsiApplicantSk: `${session.startedAt}#${id}` };
      const Item = { ...keyOf(id), ...session, ...secrets, ...listed };
      await client.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }));
      return { session, refreshToken: `${id}.${family}.${turn}` };
    },

    /** The sessions of an account that last, the newest first; of many the latest. */
    async list(account: string, now: Date): Promise<Session[]> {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName,
          IndexName: 'applicantLines',
          KeyConditionExpression: 'gsiApplicant = :account',
          ExpressionAttributeValues: { ':account': `SESSIONS#${account}` },
          ScanIndexForward: false,
          Limit: LISTED,
          ProjectionExpression: 'pk, sk',
        }),
      );
      // Secrets of sessions do not stand in the index, so each session is read by itself.
      const found = await readItems({ client, name: TableName }, Items);
      return found.map((item) => SessionItem.parse(item)).filter((session) => isLiveAt(session, now));
    },

    /** The session while it lasts. Time to live removes items late, so the end is checked here. */
    async live(id: string, now: Date): Promise<Session | undefined> {
      const session = await read(id);
      return session && isLiveAt(session, now) ? session : undefined;
    },

    async held(refreshToken: string, now: Date): Promise<Held | undefined> {
      const [, id = 'none', family = '', turn = ''] = tokenForm.exec(refreshToken) ?? [];
      const session = await read(id);
      if (session?.familyHash !== hash(family) || !isLiveAt(session, now)) return undefined;
      const { replaced } = session;
      const isAgain =
        replaced?.turnHash === hash(turn) && now.toISOString() < instantAfter(new Date(replaced.at), REPEAT_SECONDS);
      return { session, ...(isAgain && { told: { answer: openAnswer(turn, replaced.sealed), at: replaced.at } }) };
    },

    /**
     * Replaces this refresh token by the next one and stores the answer; false if the token was not the current one.
     */
    async turn(refreshToken: string, next: string, answer: string, now: Date): Promise<boolean> {
      const [, id = 'none', family = '', turn = ''] = tokenForm.exec(refreshToken) ?? [];
      const at = now.toISOString();
      return change(id, {
        ConditionExpression: `familyHash = :family AND turnHash = :turn AND ${isLive}`,
        UpdateExpression: 'SET turnHash = :next, replaced = :replaced',
        values: {
          ':family': hash(family),
          ':turn': hash(turn),
          ':next': hash(tokenForm.exec(next)?.[3] ?? ''),
          ':replaced': { turnHash: hash(turn), at, sealed: sealAnswer(turn, answer) },
          ':now': at,
        },
      });
    },

    /** Ends the session of a token that was used after its turn. */
    async endCopied(refreshToken: string, now: Date): Promise<void> {
      const [, id = 'none', family = ''] = tokenForm.exec(refreshToken) ?? [];
      const ended = await change(id, {
        ConditionExpression: `familyHash = :family AND ${isLive}`,
        UpdateExpression: 'SET endedAt = :now',
        values: { ':family': hash(family), ':now': now.toISOString() },
      });
      if (ended) logEvent('session/reuse', { session: id });
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

/** How many of an account's latest sessions are looked at. */
const LISTED = 100;

const isLiveAt = ({ endedAt, endsAt }: Session, now: Date) => endedAt === undefined && endsAt > now.toISOString();

/** The refresh token that follows this one. */
export const nextToken = (refreshToken: string, newSecret: () => string) =>
  refreshToken.replace(/[^.]*$/, () => newSecret());

const tokenForm = /^([\w-]{1,64})\.([\w-]{43})\.([\w-]{43})$/;
const isLive = 'attribute_not_exists(endedAt) AND endsAt > :now';
const keyOf = (id: string) => ({ pk: `SESSION#${id}`, sk: 'SESSION' });
const hash = (secret: string) => createHash('sha256').update(secret).digest('base64url');
