import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { openRequests } from '../../lib/adapters/dynamo/requests.ts';
import { credentials, openMemoryTable } from '../lib/adapters/identity/memory-table.ts';
import { draft } from '../lib/domain/request/example.ts';

let table: Awaited<ReturnType<typeof openMemoryTable>>;
beforeEach(async () => (table = await openMemoryTable()));
afterEach(() => table.close());

/** The tool as people run it; the table is in this process, so it must not wait. */
const run = (...args: readonly string[]) =>
  new Promise<{ code: unknown; out: string; complaint: string }>((done) => {
    const env = {
      ...{ PATH: process.env['PATH'], AWS_REGION: 'eu-central-1', AWS_ENDPOINT_URL_DYNAMODB: table.url },
      ...{ AWS_ACCESS_KEY_ID: credentials.accessKeyId, AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey },
    };
    const given = ['bin/hold.ts', '--table', table.name, ...args];
    execFile(process.execPath, given, { cwd: join(import.meta.dirname, '../..'), env }, (error, out, complaint) =>
      done({ code: error?.code ?? 0, out, complaint }),
    );
  });

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
