import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { openRequests } from '../../lib/adapters/dynamo/requests.ts';
import { sweepKeys } from '../../lib/adapters/dynamo/sweep-keys.ts';
import { isSubmitted, type Request } from '../../lib/domain/request/request.ts';
import type { ProofLife } from '../../lib/domain/signature/proof-life.ts';
import { keepStamp } from '../../lib/domain/signature/stamp.ts';
import { openMemoryTable } from '../lib/adapters/identity/memory-table.ts';
import { numbered } from '../lib/domain/request/example.ts';
import { runCommand } from './run-command.ts';

let table: Awaited<ReturnType<typeof openMemoryTable>>;
beforeEach(async () => (table = await openMemoryTable()));
afterEach(() => table.close());

const run = (...args: readonly string[]) => runCommand('ending', { args, endpoint: table.url });
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

/** Nothing else is to be done about it. */
function signed(id: string, until: Date, endsBy: ProofLife['endsBy']): Request {
  const request = numbered();
  if (!isSubmitted(request)) throw new Error('it is not submitted');
  const stampedAt = inDays(-2000);
  const stamped = { part: '0000', at: stampedAt.toISOString(), proof: { until: until.toISOString(), endsBy } };
  const submission = { ...request.submission, stamp: keepStamp(stamped, stampedAt) };
  return { ...request, id, submission, notices: [], strayGoneAt: stampedAt.toISOString() };
}

it('what ends within a year is counted by its end and by what ends it, the first to end first', async () => {
  const [soon, later, after] = [inDays(100), inDays(300), inDays(500)];
  const ends = [
    ...([later, later] as const).map((until) => [until, 'tsa-certificate'] as const),
    ...([soon, after] as const).map((until) => [until, 'algorithm'] as const),
  ];
  for (const [n, [until, endsBy]] of ends.entries()) await openRequests(table).add(signed(`R${n}`, until, endsBy));
  const broken = {
    pk: 'REQUEST#BAD',
    sk: 'REQUEST',
    ...sweepKeys('BAD', { kind: 'renew', at: inDays(-1) }),
    request: {},
  };
  await table.client.send(new PutCommand({ TableName: table.name, Item: broken }));

  const { code, out } = await run('--table', table.name);
  expect(code).toBe(0);
  const counted = out.split('\n').filter((line) => line !== '' && !line.startsWith('{'));
  expect(counted.map((line) => line.trim().split(/ {2}/))).toEqual([
    ['1', soon.toISOString(), 'algorithm'],
    ['2', later.toISOString(), 'tsa-certificate'],
    ['3', 'within 365 days'],
  ]);
  expect((await run('--table', table.name, '--days', '200')).out).toContain('1  within 200 days');
});

it('needs a table and a number of days', async () => {
  expect(await run()).toMatchObject({ code: 64 });
  expect(await run('--table', table.name, '--days', '-1')).toMatchObject({ code: 64 });
});
