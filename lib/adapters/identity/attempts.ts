import { DeleteCommand, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { epochAfter, instantAfter, LOCK_AFTER, LOCK_SECONDS } from '../../domain/identity/session.ts';
import { refuse, type Refusal } from '../../domain/problem/problem.ts';
import { ifHeld } from '../dynamo/condition.ts';
import type { Table } from '../dynamo/table.ts';
import { iinPartition } from './accounts.ts';

/** Attempts begun in this series, how many of them are known to be wrong, and until when the series counts. */
const Run = z.object({ attempts: z.int(), failed: z.int().default(0), openUntil: z.iso.datetime() });

/** How often, and about how long (milliseconds) each time, an attempt waits for the results of others. */
const PATIENCE = { times: 40, each: 150 };

export type Wait = (milliseconds: number) => Promise<unknown>;

/**
 * Counts attempts to sign in by password, by IIN and not by account, so an unknown IIN locks like a known one. An attempt
 * is counted before the password is checked, so that parallel guesses count, too. If five have begun and some are
 * undecided, a further attempt waits: one of them may be right.
 */
export const openAttempts = ({ client, name: TableName }: Table, wait: Wait) => {
  const keyOf = (iin: string) => ({ pk: iinPartition(iin), sk: 'ATTEMPTS' });
  const update = async (iin: string, how: Pick<UpdateCommand['input'], keyof typeof failing>) =>
    (await ifHeld(client.send(new UpdateCommand({ TableName, Key: keyOf(iin), ...how })))) !== undefined;
  const read = async (iin: string) => {
    const { Item } = await client.send(new GetCommand({ TableName, Key: keyOf(iin), ConsistentRead: true }));
    return Item && Run.parse(Item);
  };

  return {
    /** Undefined if the attempt may be made; report its result by `fail` or `forget`. */
    async take(iin: string, now: Date): Promise<Refusal | undefined> {
      for (let time = 0; ; time += 1) {
        if ((await update(iin, goingOn(now))) || (await update(iin, beginning(now)))) return undefined;
        const run = await read(iin);
        // Gone, or begun by somebody else, or not decided yet: all of this may change in a moment.
        const open = !run || run.attempts < LOCK_AFTER || run.failed < run.attempts;
        if (!open || time === PATIENCE.times) return locked(run, now);
        await wait(PATIENCE.each * (0.5 + Math.random()));
      }
    },
    /** Called after a wrong password; attempts that a right password has cleared meanwhile stay cleared. */
    fail: (iin: string) => update(iin, failing),
    /** Called after a right password. */
    forget: (iin: string) => client.send(new DeleteCommand({ TableName, Key: keyOf(iin) })),
  };
};
export type Attempts = ReturnType<typeof openAttempts>;

function locked(run: z.output<typeof Run> | undefined, now: Date): Refusal {
  const left = run ? Date.parse(run.openUntil) - now.getTime() : 0;
  return refuse('session/locked', { facts: { minutes: Math.max(1, Math.ceil(left / 60_000)) } });
}

const valuesAt = (now: Date) => ({
  ':one': 1,
  ':now': now.toISOString(),
  ':until': instantAfter(now, LOCK_SECONDS),
  ':expires': epochAfter(now, LOCK_SECONDS),
});

/** Counts one more attempt in the present series. */
const goingOn = (now: Date) => ({
  ConditionExpression: 'openUntil > :now AND attempts < :most',
  UpdateExpression: 'SET openUntil = :until, expiresAt = :expires ADD attempts :one',
  ExpressionAttributeValues: { ...valuesAt(now), ':most': LOCK_AFTER },
});

/** Begins a new series if there is none or the last one is over. */
const beginning = (now: Date) => ({
  ConditionExpression: 'attribute_not_exists(pk) OR openUntil <= :now',
  UpdateExpression: 'SET openUntil = :until, expiresAt = :expires, attempts = :one, failed = :none',
  ExpressionAttributeValues: { ...valuesAt(now), ':none': 0 },
});

const failing = {
  ConditionExpression: 'attribute_exists(pk)',
  UpdateExpression: 'ADD failed :one',
  ExpressionAttributeValues: { ':one': 1 } as Record<string, unknown>,
};
