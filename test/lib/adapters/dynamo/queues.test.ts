import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { placeOf } from '../../../../lib/adapters/dynamo/place-of.ts';
import { queueSort } from '../../../../lib/adapters/dynamo/request-keys.ts';
import { openRequests, type RequestTable } from '../../../../lib/adapters/dynamo/requests.ts';
import { changeRequest } from '../../../../lib/domain/request/change.ts';
import { answerOffer, lapseOffer, offerPlace } from '../../../../lib/domain/request/queue/queue.ts';
import { standingOf } from '../../../../lib/domain/request/queue/standing.ts';
import type { Request } from '../../../../lib/domain/request/request.ts';
import { chance } from '../../../../lib/local/chance.ts';
import { after, must } from '../../domain/request/example.ts';
import { answered, serikOffers } from '../../domain/request/queue-example.ts';
import { openMemoryTable } from '../identity/memory-table.ts';
import { countsOf, listOf, queue, tensOf, waiting, waitingClose, working } from './queue-people.ts';

type Table = Awaited<ReturnType<typeof openMemoryTable>>;
let table: Table;
let requests: RequestTable;
beforeEach(async () => {
  table = await openMemoryTable();
  requests = openRequests(table);
});
afterEach(() => table.close());

const change = (id: string, how: (request: Request) => Request, by = requests) => changeRequest(by, id, how);
const sortOf = (request: Request) => queueSort(standingOf(request)!);
/** Everybody's place, page by page and one by one, is their index in the sorted list. */
async function expectPlaces(ids: readonly string[]) {
  const sorts = await listOf(table);
  for (const id of ids) {
    const request = (await requests.find(id))!;
    const place = await placeOf(request, requests);
    const index = standingOf(request) ? sorts.indexOf(sortOf(request)) : -1;
    expect([place?.position, place?.of]).toEqual(index === -1 ? [undefined, undefined] : [index + 1, sorts.length]);
  }
  for (const [from, limit] of [
    [1, 3],
    [4, 5],
    [sorts.length, 2],
  ] as const) {
    const page = await requests.listQueueAt(queue, from, limit);
    expect(page.requests.map(sortOf)).toEqual(sorts.slice(from - 1, from - 1 + limit));
  }
}

describe('the counters of a queue', () => {
  const classes = [50, 10, 50, 20] as const;
  const people = Array.from({ length: 90 }, (_, i) => waiting(i, classes[i % classes.length]));

  it('give each their place, in the order of class and submission, and so do its pages', async () => {
    for (const one of people.toReversed()) await requests.add(one);
    await expectPlaces(people.map(({ id }) => id));
    const { items, counters } = await countsOf(table, requests);
    expect(counters).toEqual(items);
    expect(counters.length).toBeGreaterThan(6);
    const last = people.findLast(({ decision }) => 'class' in decision && decision.class === 20)!;
    expect(await placeOf(last, requests)).toMatchObject({ of: 90, inClass: { of: 22, position: 22 } });
    const before = (await placeOf(last, requests))!.before.map(({ class: of, waiting: n }) => [of, n]);
    expect(before.reduce((sum, [, n]) => sum + n!, 0)).toBe(44);
    expect(before.every(([of]) => of! <= 20)).toBe(true);
    expect(await requests.listQueueAt(queue, 91, 5)).toMatchObject({ requests: [], listed: 0 });
  });

  it('follow a class there and back: the same place, and nobody else has moved', async () => {
    for (const one of people.slice(0, 12)) await requests.add(one);
    const [id, list] = [people[2]!.id, await listOf(table)];
    const to = (of: number) =>
      change(id, (one) => ({ ...one, decision: { ...(one as (typeof people)[0]).decision, class: of } }) as Request);
    await to(10);
    await expectPlaces(people.slice(0, 12).map((each) => each.id));
    expect((await placeOf((await requests.find(id))!, requests))?.position).toBe(2);
    await to(50);
    expect(await listOf(table)).toEqual(list);
    await expectPlaces(people.slice(0, 12).map((each) => each.id));
  });

  it('are not touched by an offer, a refusal and a lapse; a consent leaves, as one who got a place', async () => {
    const [one] = people as [ReturnType<typeof waiting>];
    await requests.add(one);
    const sent: string[] = [];
    const counted = openRequests({ ...table, client: watching(table, (name) => sent.push(name)) });
    const offer = { ...serikOffers, dueAt: after(9000).toISOString() };
    const as = (how: (request: Request) => unknown) =>
      change(one.id, (request) => must(how(request) as Request), counted);
    await as((request) => offerPlace(request, offer, after(30)));
    await as((request) => answerOffer(request, offer.id, answered('declined', after(40)), after(40)));
    await as((request) => offerPlace(request, { ...offer, id: 'second' }, after(50)));
    await as((request) => lapseOffer(request, after(9000)));
    expect(sent).not.toContain('TransactWriteCommand');
    await as((request) =>
      offerPlace(request, { ...offer, id: 'third', dueAt: after(99_999).toISOString() }, after(9001)),
    );
    await as((request) => answerOffer(request, 'third', answered('accepted', after(9002)), after(9002)));
    expect(sent.filter((name) => name === 'TransactWriteCommand')).toHaveLength(1);
    expect(await requests.tallyQueue(queue)).toMatchObject([{ waiting: 0, joined: 1, placed: 1, left: 0 }]);
    expect((await requests.listQueue(queue.office, queue.service, { limit: 5 })).listed).toBe(0);
  });

  it('count a repeated transaction once: the second fails on the version', async () => {
    const before = working(1);
    await requests.add(before);
    const after1 = { ...waiting(1), version: 1 };
    expect(await requests.replace(after1, before)).toBe('replaced');
    expect(await requests.replace(after1, before)).toBe('changed-meanwhile');
    expect(await requests.add(waiting(1))).toBe('exists');
    expect((await countsOf(table, requests)).counters).toEqual([['50#2026-11', 1]]);
  });

  it('are read in few pages, whoever asks, however many wait', async () => {
    for (const one of people) await requests.add(one);
    const sent: string[] = [];
    const read = openRequests({ ...table, client: watching(table, (name) => sent.push(name)) });
    await placeOf(people.at(-1)!, read);
    expect(sent).toEqual(['QueryCommand', 'QueryCommand']);
    sent.length = 0;
    await read.listQueueAt(queue, 60, 10);
    expect(sent).toEqual(['QueryCommand', 'QueryCommand', 'BatchGetCommand']);
  });
});

describe('a month of very many', () => {
  const people = Array.from({ length: 60 }, (_, i) => waitingClose(i, i % 3 === 0 ? 10 : 50));
  const ids = people.map(({ id }) => id);
  beforeEach(async () => {
    requests = openRequests(table, { few: 3 });
    for (const one of people) await requests.add(one);
  });

  it('is counted by its ten minutes, of whom only the own and one page of keys are read', async () => {
    await expectPlaces(ids);
    const { items, counters } = await tensOf(table, requests);
    expect(counters).toEqual(items);
    expect(counters.length).toBeGreaterThan(20);
    const counted: number[] = [];
    const client = watching(
      table,
      () => undefined,
      (answer) => counted.push('Items' in answer && answer.Items ? 0 : Number('Count' in answer && answer.Count)),
    );
    await placeOf(people.at(-1)!, openRequests({ ...table, client }, { few: 3 }));
    expect(counted).toHaveLength(3);
    expect(Math.max(...counted)).toBeLessThan(3);
    const sent: string[] = [];
    const read = openRequests({ ...table, client: watching(table, (name) => sent.push(name)) }, { few: 3 });
    const page = await read.listQueueAt(queue, 45, 10);
    expect(page.requests.map(sortOf)).toEqual((await listOf(table)).slice(44, 54));
    expect(sent).toEqual(['QueryCommand', 'QueryCommand', 'QueryCommand', 'BatchGetCommand']);
  });

  it('is counted key by key as long as an earlier release counted one of its children', async () => {
    for (const segment of ['10#2026-11', '50#2026-11'])
      await table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: { pk: `QUEUE#${queue.office}#${queue.service}`, sk: `SEG#${segment}` },
          UpdateExpression: 'ADD inTens :by',
          ExpressionAttributeValues: { ':by': -1 },
        }),
      );
    await change(ids[7]!, ({ version }) => ({ ...working(7), version }));
    await expectPlaces(ids.filter((_, i) => i !== 7));
    expect((await requests.tallyQueue(queue)).map(({ isInTens }) => isInTens)).toEqual([false, false]);
  });
});

/** The table's client; told of each command before it is sent, and of each that was answered. */
function watching(
  { client }: Table,
  before: (name: string) => unknown,
  afterwards: (answer: object) => unknown = () => undefined,
) {
  const send = async (command: object) => {
    await before(command.constructor.name);
    const answer = await client.send(command as never);
    await afterwards(answer);
    return answer as never;
  };
  return Object.assign(Object.create(client) as DynamoDBDocumentClient, { send });
}

describe('a transaction that meets another one on the counter', () => {
  const cancelled = (...codes: string[]) =>
    new TransactionCanceledException({
      message: 'cancelled',
      $metadata: {},
      CancellationReasons: codes.map((Code) => ({ Code })),
    });

  it('is tried again after a growing pause, and does not use up the tries of the change', async () => {
    const pauses: number[] = [];
    let met = 12;
    const busy = openRequests(
      {
        ...table,
        client: watching(table, (name) => {
          if (name === 'TransactWriteCommand' && (met -= 1) >= 0) throw cancelled('None', 'TransactionConflict');
        }),
      },
      { pause: async (tries) => void pauses.push(tries) },
    );
    expect(await busy.add(waiting(1))).toBe('added');
    expect(pauses).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
    expect((await countsOf(table, requests)).counters).toEqual([['50#2026-11', 1]]);
  });

  it('is given up after twenty tries, and nothing is written', async () => {
    let tries = 0;
    const busy = openRequests(
      {
        ...table,
        client: watching(table, () => {
          tries += 1;
          throw cancelled('None', 'TransactionConflict');
        }),
      },
      { pause: async () => undefined },
    );
    await expect(busy.add(waiting(1))).rejects.toThrow(TransactionCanceledException);
    expect([tries, await listOf(table)]).toEqual([20, []]);
  });
});

/** How often writers change somebody, and how often a call dies before or after it was carried out. */
const [ROUNDS, CHANGES, PEOPLE, WRITERS, DIES] = [2, 160, 40, 8, 0.04];

/** Writers who come, go and change their class at once, with calls that die. */
async function write(random: () => number, open: (died: Table['client']) => RequestTable) {
  const dying = () => {
    if (random() < DIES) throw new Error('died');
  };
  const mortal = open(watching(table, dying, dying));
  const one = async () => {
    const index = Math.floor(random() * PEOPLE);
    const of = random() < 0.3 ? 20 : 50;
    const next = random() < 0.6 ? waiting(index, of) : working(index);
    await change(next.id, ({ version }) => ({ ...next, version }), mortal).catch(() => undefined);
  };
  await Promise.all(
    Array.from({ length: WRITERS }, async () => {
      for (let i = 0; i < CHANGES / WRITERS; i += 1) await one();
    }),
  );
}

describe('while people come and go at once, and calls die before and after they were carried out', () => {
  const random = chance(20_261_129);
  const ids = Array.from({ length: PEOPLE }, (_, i) => working(i).id);

  it('counters, items and the index agree, and everybody has their place', async () => {
    for (const i of ids.keys()) await requests.add(working(i));
    for (let round = 0; round < ROUNDS; round += 1) {
      await write(random, (client) => openRequests({ ...table, client }));
      for (const { items, counters } of [await countsOf(table, requests), await tensOf(table, requests)])
        expect(counters).toEqual(items);
      await expectPlaces(ids);
    }
    expect((await listOf(table)).length).toBeGreaterThan(5);
  });

  it('an answer is wrong by no more than the changes under way', async () => {
    for (const i of ids.keys()) await requests.add(working(i));
    await requests.add(waiting(PEOPLE, 99));
    const last = (await requests.find(waiting(PEOPLE).id))!;
    let writing = true;
    const written = write(random, (client) => openRequests({ ...table, client })).finally(() => (writing = false));
    for (let asked = 0; writing && asked < 40; asked += 1) {
      const low = (await listOf(table)).length;
      const { position } = (await placeOf(last, requests))!;
      const high = (await listOf(table)).length;
      expect(position).toBeGreaterThanOrEqual(Math.min(low, high) - 3 * WRITERS);
      expect(position).toBeLessThanOrEqual(Math.max(low, high) + 3 * WRITERS);
    }
    await written;
  });

  it('they do not agree if the transaction is written in parts: the test would notice', async () => {
    for (const i of ids.keys()) await requests.add(working(i));
    /** Each part by itself, so that a call can die between two. */
    const inParts = (client: Table['client']) =>
      Object.assign(Object.create(client) as DynamoDBDocumentClient, {
        send: async (command: object) => {
          if (!(command instanceof TransactWriteCommand)) return client.send(command as never);
          for (const part of command.input.TransactItems ?? [])
            await client.send(new TransactWriteCommand({ TransactItems: [part] }));
          return {};
        },
      });
    await write(random, (client) => openRequests({ ...table, client: inParts(client) }));
    const { items, counters } = await countsOf(table, requests);
    expect(counters).not.toEqual(items);
  });
});
