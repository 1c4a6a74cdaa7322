import { createHash } from 'node:crypto';
import { DeleteCommand, GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { servesAt } from '../../domain/identity/absence.ts';
import { accountErasure, Credentials, type Account } from '../../domain/identity/account.ts';
import { isRefusal, refuse, type Refusal } from '../../domain/problem/problem.ts';
import { ifHeld } from '../dynamo/condition.ts';
import { readItems } from '../dynamo/read-items.ts';
import { nextSending } from '../../domain/request/notify.ts';
import { sweepKeys } from '../dynamo/sweep-keys.ts';
import type { Table } from '../dynamo/table.ts';
import { openAbsences } from './absences.ts';

/** `version` counts changes; `madeAs` is the id that the creator wanted, by which it recognises its own write. */
const AccountItem = Credentials.extend({ version: z.int().default(0), madeAs: z.string().optional() });

const ATTEMPTS = 8;

/**
 * Each account is two items: `ACCOUNT#<id>` holds it, `IIN#<hash>` names the id and makes the IIN unique. The second is
 * written first. After a crash between the two, the next registration takes the id from there. All writes are
 * conditional; none needs a transaction.
 */
export const openAccounts = ({ client, name: TableName }: Table) => {
  const read = async (id: string) => {
    const { Item } = await client.send(new GetCommand({ TableName, Key: accountKey(id), ConsistentRead: true }));
    return Item && AccountItem.parse(Item);
  };
  const idOf = async (iin: string) => {
    const { Item } = await client.send(new GetCommand({ TableName, Key: uniqueKey(iin), ConsistentRead: true }));
    return Item && z.string().parse(Item['id']);
  };
  const put = async (Item: Record<string, unknown>, condition: object) =>
    (await ifHeld(client.send(new PutCommand({ TableName, Item, ...condition })))) !== undefined;
  const isNew = { ConditionExpression: 'attribute_not_exists(pk)' };
  /** Reads as much for an unknown IIN as for a known one, so that the time does not reveal which it is. */
  const findCredentials = async (iin: string): Promise<Credentials | undefined> => read((await idOf(iin)) ?? 'unknown');

  async function list({ name, key }: typeof staffIndex, value: string, limit: number, from?: AccountPlace) {
    const [at, id] = from ?? [];
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName,
        IndexName: name,
        KeyConditionExpression: '#key = :value',
        ExpressionAttributeNames: { '#key': key },
        ExpressionAttributeValues: { ':value': value },
        ScanIndexForward: false,
        Limit: limit,
        ProjectionExpression: 'pk, sk',
        ...(at !== undefined &&
          id !== undefined && {
            ExclusiveStartKey: { ...accountKey(id), [key]: value, [`${key}Sk`]: `${at}#${id}` },
          }),
      }),
    );
    const found = await readItems({ client, name: TableName }, Items);
    return found.map((item) => AccountItem.parse(item).account);
  }

  return {
    find: async (id: string): Promise<Account | undefined> => (await read(id))?.account,
    findByIin: async (iin: string): Promise<Account | undefined> => (await findCredentials(iin))?.account,
    findCredentials,
    credentialsOf: (id: string): Promise<Credentials | undefined> => read(id),

    /** The stored account; its id is the given one, or that of an earlier attempt that crashed. */
    async add(account: Account, passwordHash: string | undefined): Promise<Account | Refusal> {
      const claimed = await put({ ...uniqueKey(account.iin), id: account.id }, isNew);
      const id = claimed ? account.id : ((await idOf(account.iin)) ?? account.id);
      const kept = { ...account, id };
      if (await put(toItem({ account: kept, passwordHash }, { madeAs: account.id }), isNew)) return kept;
      // The SDK repeats a put whose answer was lost.
      return (await read(id))?.madeAs === account.id ? kept : refuse('account/exists');
    },

    /** Whoever has or is offered a post, the newest account first, from where the page before ended. */
    listStaff: (limit: number, from?: AccountPlace): Promise<Account[]> => list(staffIndex, STAFF, limit, from),

    /** Who works at an office, the newest account first, from where the page before ended. */
    listPeople: (office: string, limit: number, from?: AccountPlace): Promise<Account[]> =>
      list(peopleIndex, peopleOf(office), limit, from),

    ...openAbsences({ client, name: TableName }),

    /** The closed account that led the IIN last, whose requests the next proved holder gets back. */
    async formerOf(iin: string): Promise<string | undefined> {
      const { Item } = await client.send(new GetCommand({ TableName, Key: formerKey(iin), ConsistentRead: true }));
      return Item && z.string().parse(Item['id']);
    },

    /** Stores an account to which no IIN leads yet. */
    put: (account: Account) => put(toItem({ account }), isNew),

    /** Lets the IIN lead to `to`, if it leads to `from`. */
    async lead(iin: string, from: string, to: string): Promise<void> {
      const command = new UpdateCommand({
        TableName,
        Key: uniqueKey(iin),
        ConditionExpression: 'id = :from',
        UpdateExpression: 'SET id = :to',
        ExpressionAttributeValues: { ':from': from, ':to': to },
      });
      await ifHeld(client.send(command));
    },

    /** Frees the IIN, if it leads to `from`: it may be registered anew. Who had it last is remembered. */
    async release(iin: string, from: string): Promise<void> {
      await client.send(new PutCommand({ TableName, Item: { ...formerKey(iin), id: from } }));
      const command = new DeleteCommand({
        TableName,
        Key: uniqueKey(iin),
        ConditionExpression: 'id = :from',
        ExpressionAttributeValues: { ':from': from },
      });
      await ifHeld(client.send(command));
    },

    /** Frees the IIN, if it leads here, and deletes the account, unless somebody changed it since it was read. */
    async erase({ id, iin }: Account, isDue: (account: Account) => boolean): Promise<void> {
      const before = await read(id);
      if (!before || !isDue(before.account)) return;
      const Key = accountKey(id);
      const gone = await ifHeld(client.send(new DeleteCommand({ TableName, Key, ...unchangedSince(before.version) })));
      if (!gone) return;
      const condition = { ConditionExpression: 'id = :from', ExpressionAttributeValues: { ':from': id } };
      await ifHeld(client.send(new DeleteCommand({ TableName, Key: uniqueKey(iin), ...condition })));
    },

    /** As in `changeRequest`: read, apply a pure change, write on condition of the version that was read, start over. */
    async change(id: string, transition: (kept: Credentials) => Credentials | Refusal): Promise<Credentials | Refusal> {
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const before = await read(id);
        if (!before) return refuse('access/unauthenticated');
        const after = transition(before);
        if (isRefusal(after) || after === before) return after;
        const { version, madeAs } = before;
        if (await put(toItem(after, { version: version + 1, madeAs }), unchangedSince(version))) return after;
      }
      throw new Error('an account is changed by too many at once');
    },
  };
};
export type Accounts = ReturnType<typeof openAccounts>;

const toItem = (
  { account, passwordHash }: Credentials,
  more: { version?: number; madeAs?: string | undefined } = {},
) => {
  const at = nextDue(account);
  return {
    ...accountKey(account.id),
    account,
    ...(passwordHash !== undefined && { passwordHash }),
    ...more,
    // An index lists whoever has or is offered a post, another one who works at an office.
    ...((account.role !== 'applicant' || account.offered) && {
      gsiOffice: STAFF,
      gsiOfficeSk: `${account.createdAt}#${account.id}`,
    }),
    ...(account.office !== undefined &&
      servesAt(account, account.office) && {
        gsiWorker: peopleOf(account.office),
        gsiWorkerSk: `${account.createdAt}#${account.id}`,
      }),
    ...sweepKeys(account.id, at === undefined ? undefined : { kind: 'account', at: new Date(at) }),
  };
};

/** Indexes that hold employees beside requests, and the keys of employees there. */
const staffIndex = { name: 'officeLines', key: 'gsiOffice' };
const STAFF = 'STAFF';
const peopleIndex = { name: 'workerLines', key: 'gsiWorker' };
const peopleOf = (office: string) => `PEOPLE#${office}`;

/** Where a page of accounts ended. */
type AccountPlace = readonly [at: string, id: string];

/** Epoch milliseconds at which the sweeper is to look at it: to send a mail, or to erase it. */
function nextDue(account: Account): number | undefined {
  const moments = [nextSending(account.notices ?? []), accountErasure(account)?.getTime()];
  const due = moments.filter((moment) => moment !== undefined);
  return due.length > 0 ? Math.min(...due) : undefined;
}

const unchangedSince = (version: number) =>
  version === 0
    ? { ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(version)' }
    : { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': version } };

const accountKey = (id: string) => ({ pk: `ACCOUNT#${id}`, sk: 'ACCOUNT' });
const formerKey = (iin: string) => ({ pk: iinPartition(iin), sk: 'FORMER' });
const uniqueKey = (iin: string) => ({ pk: iinPartition(iin), sk: 'ACCOUNT' });

/** Keys appear in metrics and traces. The hash keeps the IIN out of them, but somebody who tries all IINs can find it. */
export const iinPartition = (iin: string) => `IIN#${createHash('sha256').update(iin).digest('base64url')}`;
