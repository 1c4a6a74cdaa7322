import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { sweep } from '../../functions/schedule/sweep/sweep.ts';
import { openDueItems } from '../../lib/adapters/dynamo/due-items.ts';
import { openQueueCheck } from '../../lib/adapters/dynamo/queue-check.ts';
import type { Table } from '../../lib/adapters/dynamo/table.ts';
import { changeRequest } from '../../lib/domain/request/change.ts';
import { isNumbered } from '../../lib/domain/request/request.ts';
import { openRequests } from '../../lib/adapters/dynamo/requests.ts';
import { openAccounts } from '../../lib/adapters/identity/accounts.ts';
import { findService } from '../../lib/domain/regulation/cards.ts';
import { demoIin } from '../../lib/local/demo/demo-number.ts';
import { fill, type Field } from '../../lib/local/story/fill.ts';
import type { RunningPlatform } from './running-platform.ts';
import { actor, doWork, draftOf, submit, workOf, type Actor, type Application } from './scene.ts';
import { requestsTable } from '../../lib/local/dynamo/requests-table.ts';
import { unstamped } from '../lib/adapters/trust/unstamped.ts';

export const service = 'south-kazakhstan-preschool-queue';
const visitor = { iin: demoIin('1980-01-01', 'female', 40), fullName: 'Демо Келуші' };

/**
 * Who files in each channel of the preschool queue, and therefore answers offers, and who hands documents over there.
 */
const channels = {
  portal: { filer: 'applicant-azamat', hands: undefined },
  mio: { filer: 'officer-zhanar', hands: 'officer-zhanar' },
  con: { filer: 'operator-dinara', hands: 'operator-dinara' },
} as const;
export type QueueChannel = keyof typeof channels;

export interface Queued {
  readonly id: string;
  readonly author: Actor;
  readonly officer: Actor;
}

/** A child that was registered in the queue, by the channel's rows, because no place was free. `who` has come to a counter. */
export async function register(platform: RunningPlatform, channel: QueueChannel, who = visitor): Promise<Queued> {
  const { filer } = channels[channel];
  const [author, officer] = await Promise.all([actor(platform, filer), actor(platform, 'officer-zhanar')]);
  const { office = '' } = officer.person;
  const application: Application = { service, channel, office, ...(channel !== 'portal' && { visitor: who }) };
  const draft = await draftOf(author, application);
  await submit(author, draft);
  const queued = { id: draft.id, author, officer };
  if (channel !== 'mio') await doTask(officer, draft.id, 'accept');
  const fields = await fieldsOf(officer, 'interim');
  await decide(queued, { outcome: 'approved', interim: true, fields });
  await finish(platform, queued, channel, 'queued');
  return queued;
}

/** The officer's decision, once the machine has reached it. */
export async function decide({ id, officer }: Queued, decision: object): Promise<void> {
  await comesTo(officer, id, 'decide');
  await officer.client.send('PUT', `/work/${id}/claim`);
  await officer.client.send('POST', `/work/${id}/decision`, decision);
}

/** The rows after a decision: the signature, and handing the document over if somebody has come for it. */
export async function finish(platform: RunningPlatform, queued: Queued, channel: QueueChannel, end: string) {
  const { id, author, officer } = queued;
  await doTask(officer, id, 'sign');
  const { hands } = channels[channel];
  if (hands) await doTask(await actor(platform, hands), id, 'hand-over');
  for (let state = ''; state !== end;) {
    ({ state } = await author.client.get<{ state: string }>(`/requests/${id}`));
    if (state !== end) await wait(25);
  }
}

async function doTask(worker: Actor, id: string, task: string) {
  await comesTo(worker, id, task);
  await doWork(worker, id);
}

async function comesTo(worker: Actor, id: string, task: string) {
  while ((await workOf(worker, id)).task !== task) await wait(20);
}

interface Output {
  readonly fields: readonly Field[];
  readonly interim: { readonly fields: readonly Field[] };
}

export async function fieldsOf({ client, person }: Actor, form: 'interim' | 'referral') {
  const { output } = await client.get<{ output: Output }>(`/services/${service}`);
  return fill(form === 'interim' ? output.interim.fields : output.fields, person.iin);
}

export interface Offered {
  readonly id: string;
  readonly dueAt: string;
  readonly state: string;
}

export const place = (organisation: string) => ({ organisation, keptFrom: '2027-01-11' });

export const offer = ({ officer, id }: Pick<Queued, 'officer' | 'id'>, organisation: string): Promise<Offered> =>
  officer.client.send('POST', `/requests/${id}/offers`, place(organisation));

/** An officer proposes a place past others who wait longer. */
export const propose = ({ officer, id }: Pick<Queued, 'officer' | 'id'>, organisation: string): Promise<Offered> =>
  officer.client.send('POST', `/requests/${id}/proposals`, { ...place(organisation), ground: 'siblings' });

/** An officer proposes it and the head approves: it is offered. */
export async function approveOutOfTurn(
  platform: RunningPlatform,
  queued: Pick<Queued, 'officer' | 'id'>,
  organisation: string,
): Promise<Offered> {
  const { id: proposal } = await propose(queued, organisation);
  const head = await actor(platform, 'head-aliya');
  const path = `/requests/${queued.id}/proposals/${proposal}/decision`;
  const { offer } = await head.client.send<{ offer: Offered }>('POST', path, { decision: 'approved' });
  return offer;
}

/** The CMS over the bytes that the server shows for an answer, in base64. */
export async function signAnswer(by: Actor, id: string, of: string, answer: string): Promise<string> {
  const path = `/requests/${id}/offers/${of}/signable?answer=${answer}`;
  const { content } = await by.client.get<{ content: string }>(path);
  return Buffer.from(await by.sign(Buffer.from(content, 'base64'))).toString('base64');
}

export async function answer({ author, id }: Queued, of: string, said: 'accepted' | 'declined'): Promise<object> {
  const cms = await signAnswer(author, id, of, said);
  return author.client.send('POST', `/requests/${id}/offers/${of}/answer`, { answer: said, cms });
}

/** The running platform's own table. */
export async function withTable<Found>(
  { dataDir }: RunningPlatform,
  use: (table: Table) => Promise<Found>,
): Promise<Found> {
  const read = (name: string) => readFileSync(join(dataDir, name), 'utf8');
  const dynamo = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${read('aws-port')}`,
    region: 'eu-central-1',
    credentials: JSON.parse(read('credentials.json')) as { accessKeyId: string; secretAccessKey: string },
  });
  const { TableNames } = await dynamo.send(new ListTablesCommand({}));
  const name = requestsTable(TableNames);
  const table = {
    client: DynamoDBDocumentClient.from(dynamo, { marshallOptions: { removeUndefinedValues: true } }),
    name,
  };
  try {
    return await use(table);
  } finally {
    dynamo.destroy();
  }
}

/** The sweeper as it would run at a later time. */
export const sweepAt = (platform: RunningPlatform, now: Date): Promise<void> =>
  withTable(platform, (table) => sweepOf(table, now));

async function sweepOf(table: Table, now: Date): Promise<void> {
  const nothing = () => Promise.reject(new Error('no machine waits for the sweeper'));
  await sweep({
    due: openDueItems(table),
    requests: openRequests(table),
    queueCheck: openQueueCheck(table),
    queues: [],
    places: [],
    accounts: openAccounts(table),
    documents: { read: nothing, write: nothing, eraseFolder: async () => undefined },
    ...{ extend: unstamped, renew: unstamped },
    attachments: { list: async () => [], remove: nothing },
    machines: { start: nothing, signal: nothing },
    sendMail: () => Promise.resolve(true),
    register: { record: async () => undefined, prove: async () => undefined },
    digestOf: async (secret) => secret,
    newSecret: () => 'secret',
    codeDigestOf: async (text) => text,
    newCode: () => '123456',
    findService,
    publicUrl: 'http://localhost',
    now,
    timeLeft: () => 50_000,
  });
}

/** The open work of a request is due at that moment. */
export const dueAt = (platform: RunningPlatform, id: string, at: Date): Promise<void> =>
  withTable(platform, async (table) => {
    const requests = openRequests(table);
    await changeRequest(requests, id, (request) =>
      isNumbered(request) && request.work
        ? { ...request, work: { ...request.work, dueAt: at.toISOString() } }
        : request,
    );
  });
