import { DeleteCommand, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import {
  DAY_LIMIT,
  DAY_SECONDS,
  epochAfter,
  instantAfter,
  LOCK_AFTER,
  LOCK_SECONDS,
} from '../../domain/identity/session.ts';
import { refuse, type Refusal } from '../../domain/problem/problem.ts';
import { ifHeld } from '../dynamo/condition.ts';
import type { Table } from '../dynamo/table.ts';
import { iinPartition } from './accounts.ts';
import { openAddressHash } from './address-hash.ts';

/** Attempts begun in this series, how many of them are known to be wrong, and until when the series counts. */
const Run = z.object({ attempts: z.int(), failed: z.int().default(0), openUntil: z.iso.datetime() });

/** How often, and about how long (milliseconds) each time, an attempt waits for the results of others. */
const PATIENCE = { times: 40, each: 150 };

export type Wait = (milliseconds: number) => Promise<unknown>;

/** Who tries to sign in, and from which address. */
export interface Attempt {
  readonly iin: string;
  readonly address: string;
}

/**
 * Counts attempts to sign in by password, by IIN and not by account, so an unknown IIN locks like a known one. The
 * limits are five from one address, which only locks out that address, and a hundred a day from all addresses. An
 * attempt is counted before the password is checked, so that parallel guesses count, too. If five from an address have
 * begun and some are undecided, a further attempt waits: one of them may be right.
 */
export const openAttempts = (table: Table, wait: Wait) => {
  const { client, name: TableName } = table;
  const hashOf = openAddressHash(table);
  const ofAddress = async ({ iin, address }: Attempt, now: Date) => ({
    pk: iinPartition(iin),
    sk: `ATTEMPTS#${await hashOf(address, now)}`,
  });
  const ofDay = ({ iin }: Attempt) => ({ pk: iinPartition(iin), sk: 'ATTEMPTS' });
  type Key = ReturnType<typeof ofDay>;
  const update = async (Key: Key, how: Pick<UpdateCommand['input'], keyof typeof failing>) =>
    (await ifHeld(client.send(new UpdateCommand({ TableName, Key, ...how })))) !== undefined;
  const read = async (Key: Key) => {
    const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return Item && Run.parse(Item);
  };
  const begin = async (key: Key, series: Series, now: Date) =>
    (await update(key, goingOn(series, now))) || update(key, beginning(series, now));

  return {
    /** Undefined if the attempt may be made; report its result by `fail` or `forget`. */
    async take(attempt: Attempt, now: Date): Promise<Refusal | undefined> {
      // Somebody else may have begun the day in between; with a series of the address the loop below looks again.
      if (!(await begin(ofDay(attempt), day, now)) && !(await update(ofDay(attempt), goingOn(day, now))))
        return refuse('session/password-off');
      const key = await ofAddress(attempt, now);
      for (let time = 0; ; time += 1) {
        if (await begin(key, quarter, now)) return undefined;
        const run = await read(key);
        // Gone, or begun by somebody else, or not decided yet: all of this may change in a moment.
        const open = !run || run.attempts < LOCK_AFTER || run.failed < run.attempts;
        if (!open || time === PATIENCE.times) {
          await update(ofDay(attempt), givingBack);
          return locked(run, now);
        }
        await wait(PATIENCE.each * (0.5 + Math.random()));
      }
    },
    /** Called after a wrong password; attempts that a right password has cleared meanwhile stay cleared. */
    fail: async (attempt: Attempt, now: Date) => update(await ofAddress(attempt, now), failing),
    /** Called after a right password. Other people's guesses of today stay counted. */
    async forget(attempt: Attempt, now: Date): Promise<void> {
      await client.send(new DeleteCommand({ TableName, Key: await ofAddress(attempt, now) }));
      await update(ofDay(attempt), givingBack);
    },
  };
};
export type Attempts = ReturnType<typeof openAttempts>;

function locked(run: z.output<typeof Run> | undefined, now: Date): Refusal {
  const left = run ? Date.parse(run.openUntil) - now.getTime() : 0;
  return refuse('session/locked', { facts: { minutes: Math.max(1, Math.ceil(left / 60_000)) } });
}

/** How many attempts a series allows, how long it lasts, and whether each attempt makes it longer. */
interface Series {
  readonly most: number;
  readonly seconds: number;
  readonly isProlonged: boolean;
}
const quarter: Series = { most: LOCK_AFTER, seconds: LOCK_SECONDS, isProlonged: true };
const day: Series = { most: DAY_LIMIT, seconds: DAY_SECONDS, isProlonged: false };

/** Counts one more attempt in the present series. */
const goingOn = ({ most, seconds, isProlonged }: Series, now: Date) => ({
  ConditionExpression: 'openUntil > :now AND attempts < :most',
  UpdateExpression: `${isProlonged ? 'SET openUntil = :until, expiresAt = :expires ' : ''}ADD attempts :one`,
  ExpressionAttributeValues: {
    ...{ ':one': 1, ':now': now.toISOString(), ':most': most },
    ...(isProlonged && ends(seconds, now)),
  },
});

/** Begins a new series if there is none or the last one is over. */
const beginning = ({ seconds }: Series, now: Date) => ({
  ConditionExpression: 'attribute_not_exists(pk) OR openUntil <= :now',
  UpdateExpression: 'SET openUntil = :until, expiresAt = :expires, attempts = :one, failed = :none',
  ExpressionAttributeValues: { ...ends(seconds, now), ':one': 1, ':none': 0, ':now': now.toISOString() },
});

const ends = (seconds: number, now: Date) => ({
  ':until': instantAfter(now, seconds),
  ':expires': epochAfter(now, seconds),
});

const failing = {
  ConditionExpression: 'attribute_exists(pk)',
  UpdateExpression: 'ADD failed :one',
  ExpressionAttributeValues: { ':one': 1 } as Record<string, unknown>,
};

/** The attempt does not count, or was right. */
const givingBack = {
  ConditionExpression: 'attempts > :none',
  UpdateExpression: 'ADD attempts :less',
  ExpressionAttributeValues: { ':none': 0, ':less': -1 } as Record<string, unknown>,
};
