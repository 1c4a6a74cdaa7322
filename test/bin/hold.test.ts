import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { openRequests } from '../../lib/adapters/dynamo/requests.ts';
import { openMemoryTable } from '../lib/adapters/identity/memory-table.ts';
import { draft } from '../lib/domain/request/example.ts';
import { runCommand } from './run-command.ts';

let table: Awaited<ReturnType<typeof openMemoryTable>>;
beforeEach(async () => (table = await openMemoryTable()));
afterEach(() => table.close());

const run = (...args: readonly string[]) =>
  runCommand('hold', { args: ['--table', table.name, ...args], endpoint: table.url });

it('a request is held by a command, and released by it', async () => {
  const requests = openRequests(table);
  const { id } = draft();
  await requests.add(draft());
  const ground = 'запрос суда № 1';
  expect(await run('--of', id, '--ground', ground)).toMatchObject({ code: 0, out: expect.stringContaining('is held') });
  expect(await requests.find(id)).toMatchObject({ hold: { ground } });
  expect(await run('--of', id, '--release')).toMatchObject({ code: 0, out: expect.stringContaining('no longer held') });
  expect(await requests.find(id)).not.toHaveProperty('hold');
});

it('what nobody has is not held, and no hold is without its paper', async () => {
  expect(await run('--of', 'nobody', '--release')).toMatchObject({
    code: 1,
    complaint: expect.stringContaining('no request'),
  });
  expect(await run('--of', draft().id)).toMatchObject({ code: 64 });
  expect(await run('--of', draft().id, '--ground', 'x')).toMatchObject({ code: 65 });
});
