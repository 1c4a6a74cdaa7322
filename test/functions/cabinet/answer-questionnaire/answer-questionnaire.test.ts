import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ScanCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { answerQuestionnaire } from '../../../../functions/cabinet/answer-questionnaire/answer-questionnaire.ts';
import { openBallots } from '../../../../lib/adapters/dynamo/ballots.ts';
import { openRequests } from '../../../../lib/adapters/dynamo/requests.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import type { Request } from '../../../../lib/domain/request/request.ts';
import { openMemoryTable } from '../../../lib/adapters/identity/memory-table.ts';
import { after, created, signed } from '../../../lib/domain/request/example.ts';
import {
  absent,
  accounts,
  accountsOf,
  citizen,
  citizenAccount,
  colleague,
  elsewhere,
  interested,
  officer,
  officerAccount,
  stranger,
} from '../../cast.ts';

const issued = (id = signed().id): Request =>
  ({ ...signed(), id, state: 'issued', closedAt: after(60).toISOString() }) as Request;
const filed = (): Request => {
  const { account: _, ...visitor } = issued().applicant;
  const filedBy = { account: officer.account, iin: '800101300018', place: officer.office! };
  return { ...issued(), channel: 'mio', applicant: visitor, filedBy };
};
const yes = { quality: 3, accessibility: 2 };
const done = { body: { questionnaire: 'answered' } };

let table: Awaited<ReturnType<typeof openMemoryTable>>;
beforeEach(async () => {
  table = await openMemoryTable();
});
afterEach(() => table.close());

const keep = (request: Request) => openRequests(table).add(request);
const answer = (caller: Caller = citizen, body = yes, more: object = {}) =>
  answerQuestionnaire({ params: { id: issued().id }, body }, caller, {
    ...{ requests: openRequests(table), accounts, findService, now: after(90) },
    ...more,
  });
const { service, office } = issued();
const counted = () => openBallots(table).tally(service, '2026-01', '2026-12');
const once = [{ month: '2026-11', office, people: 1, quality: 1, accessibility: 0 }];

describe('the questionnaire', () => {
  it('is answered once: the second answer is refused, and counts nothing', async () => {
    await keep(issued());
    expect(await answer()).toEqual(done);
    expect(await answer(citizen, { quality: 1, accessibility: 1 })).toEqual({ refused: 'questionnaire/answered' });
    expect(await counted()).toEqual(once);
  });

  it('is kept apart: an item of counts, and a mark without answer and time', async () => {
    await keep(issued());
    const before = await openRequests(table).find(issued().id);
    await answer();
    expect(await openRequests(table).find(issued().id)).toEqual({
      ...before,
      version: 1 + before!.version,
      answered: true,
    });
    const { Items = [] } = await table.client.send(new ScanCommand({ TableName: table.name }));
    expect(Items.filter(({ pk }) => !String(pk).startsWith('REQUEST#'))).toEqual([
      { pk: `INDICATORS#${service}`, sk: `2026-11#${office}`, people: 1, quality: 1, accessibility: 0 },
    ]);
  });

  it('is for the applicant, or for the counter that filed; others are not told that the request exists', async () => {
    await keep(filed());
    const known = accountsOf({ ...citizenAccount, id: stranger.account }, citizenAccount, officerAccount);
    for (const other of [citizen, stranger, elsewhere])
      expect(await answer(other, yes, { accounts: known })).toEqual({ refused: 'request/unknown' });
    expect(await answer(officer, yes, { accounts: interested })).toEqual({ refused: 'work/own-request' });
    expect(await answer(colleague)).toEqual(done);
    const nowhere = { params: { id: absent }, body: yes };
    const needs = { requests: openRequests(table), accounts, findService, now: after(90) };
    expect(await answerQuestionnaire(nowhere, citizen, needs)).toEqual({ refused: 'request/unknown' });
  });

  it('does not open before the result', async () => {
    await keep(created());
    expect(await answer()).toEqual({ refused: 'questionnaire/too-early' });
    expect(await counted()).toEqual([]);
  });

  it('takes listed answers only, and needs a regulation that asks', async () => {
    await keep(issued());
    expect(await answer(citizen, { quality: 3, accessibility: 4 })).toMatchObject({
      refused: 'form/invalid',
      errors: [{ field: '/accessibility', rule: 'choice' }],
    });
    const findSilent: typeof findService = (...named) => ({ ...findService(...named)!, asks: [] });
    expect(await answer(citizen, yes, { findService: findSilent })).toEqual({ refused: 'questionnaire/none' });
    expect(await counted()).toEqual([]);
  });
});

describe('answers at the same time, and crashes', () => {
  it('of one request are counted once', async () => {
    await keep(issued());
    const answers = await Promise.all(Array.from({ length: 5 }, () => answer()));
    expect(answers.filter((each) => 'body' in each)).toHaveLength(1);
    expect(await counted()).toEqual(once);
  });

  it('of several requests of an office are all counted', async () => {
    const ids = Array.from({ length: 8 }, (_, i) => `01KAH7M000000000000000010${i}`);
    for (const id of ids) await keep(issued(id));
    const needs = { requests: openRequests(table), accounts, findService, now: after(90) };
    await Promise.all(ids.map((id) => answerQuestionnaire({ params: { id }, body: yes }, citizen, needs)));
    expect(await counted()).toMatchObject([{ people: 8, quality: 8, accessibility: 0 }]);
  });

  it.each([
    ['before the write', false],
    ['after the write, before its answer', true],
  ] as const)('of a process that ends %s: a repetition neither doubles nor loses it', async (_, written) => {
    await keep(issued());
    const client = dying(table.client, written);
    await expect(answer(citizen, yes, { requests: openRequests({ ...table, client }) })).rejects.toThrow('ended');
    expect(await counted()).toEqual(written ? once : []);
    expect(await answer()).toEqual(written ? { refused: 'questionnaire/answered' } : done);
    expect(await counted()).toEqual(once);
  });
});

/** A client whose process ends at the transaction. */
function dying(client: DynamoDBDocumentClient, written: boolean): DynamoDBDocumentClient {
  const send = async (command: Parameters<typeof client.send>[0]) => {
    const isWrite = command.constructor.name === 'TransactWriteCommand';
    const answered = isWrite && !written ? undefined : await client.send(command);
    if (isWrite) throw new Error('the process has ended');
    return answered;
  };
  return { send } as unknown as DynamoDBDocumentClient;
}
