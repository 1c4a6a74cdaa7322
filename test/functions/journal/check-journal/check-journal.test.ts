import { execFile } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { checkJournal } from '../../../../functions/journal/check-journal/check-journal.ts';
import { contract } from '../../../../functions/journal/check-journal/contract.ts';
import { sealJournal } from '../../../../functions/schedule/seal-journal/seal-journal.ts';
import { sortOf } from '../../../../lib/domain/journal/entry.ts';
import { openJournalScene, sealsIn } from '../../../lib/adapters/journal/scene.ts';
import { entry, second } from '../../../lib/domain/journal/entries.ts';
import { bodyOf } from '../../asked.ts';

let scene: Awaited<ReturnType<typeof openJournalScene>>;
/** Five seals of an entry each, five minutes apart, and one entry that lies unsealed. */
beforeEach(async () => {
  scene = await openJournalScene();
  for (let n = 0; n < 5; n += 1) {
    await scene.journal.write(entry(n * 300));
    await sealJournal({ ...scene, now: second(n * 300 + 100), timeLeft: () => 60_000 });
  }
  await scene.journal.write(entry(1700));
});
afterEach(() => scene.close());

const YEARS = 5 * 365 * 86_400;
const most = { seals: 4, entries: 100 };
const check = async (after?: string, now = second(1800)) =>
  bodyOf(contract, await checkJournal({ query: contract.query.parse({ after }) }, { ...scene, now }, most));

it('goes through all seals, some at a time, and says what lies unsealed', async () => {
  const first = await check();
  expect(first).toMatchObject({ seals: 4, entries: 4, erased: 0, faults: [], next: expect.any(String) });
  expect(first).not.toHaveProperty('unsealed');
  const rest = await check(first.next);
  expect(rest).toMatchObject({ seals: 1, entries: 1, faults: [], unsealed: 1, last: { sha256: expect.any(String) } });
  expect(rest).not.toHaveProperty('next');
});

describe('finds', () => {
  const name = 'journal';
  const key = { pk: second(300).toISOString().slice(0, 10), sk: sortOf(entry(300)) };

  it('an entry that was changed behind its back', async () => {
    const changed = entry(300, { account: 'somebody-else' });
    await scene.table.client.send(new PutCommand({ TableName: name, Item: { ...key, entry: changed } }));
    expect((await check()).faults).toMatchObject([{ code: 'changed', at: key.sk, text: { ru: expect.any(String) } }]);
  });

  it('an entry that is gone', async () => {
    await scene.table.client.send(new DeleteCommand({ TableName: name, Key: key }));
    expect((await check()).faults).toMatchObject([{ code: 'missing', at: key.sk }]);
  });

  it('an entry that is gone before its term, and tells it from one that had been kept for it', async () => {
    for (const Key of [{ pk: second(0).toISOString().slice(0, 10), sk: sortOf(entry(0)) }, key])
      await scene.table.client.send(new DeleteCommand({ TableName: name, Key }));
    const found = await check(undefined, second(YEARS + 200));
    expect(found).toMatchObject({ entries: 2, erased: 1, faults: [{ code: 'missing', at: key.sk }] });
    expect(await check(undefined, second(YEARS + 301))).toMatchObject({ entries: 2, erased: 2, faults: [] });
  });

  it('an entry that was added later', async () => {
    await scene.journal.write(entry(301));
    expect((await check()).faults).toMatchObject([{ code: 'late', at: sortOf(entry(301)) }]);
  });

  it('a seal that was made anew to fit, by the one after it', async () => {
    const { Contents = [] } = await scene.client.send(new ListObjectsV2Command({ Bucket: scene.bucket }));
    const [one, two] = await sealsIn(scene);
    const Body = JSON.stringify({ ...one!.seal, entries: [] });
    await scene.client.send(new PutObjectCommand({ Bucket: scene.bucket, Key: Contents[0]!.Key, Body }));
    await scene.table.client.send(
      new DeleteCommand({ TableName: name, Key: { pk: second(0).toISOString().slice(0, 10), sk: sortOf(entry(0)) } }),
    );
    expect((await check()).faults).toMatchObject([{ code: 'chain', at: two!.seal.until }]);
  });
});

describe('npm run journal', () => {
  const run = async (...args: readonly string[]) => {
    const credentials = await scene.client.config.credentials();
    const env = {
      ...process.env,
      AWS_REGION: 'eu-central-1',
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      AWS_ENDPOINT_URL_DYNAMODB: scene.table.url,
      AWS_ENDPOINT_URL_S3: scene.url,
    };
    const given = ['bin/journal.ts', 'verify', '--table', scene.table.name, '--bucket', scene.bucket, ...args];
    // The stores are in this process: it must not wait for the command.
    return new Promise<{ status: unknown; stdout: string; stderr: string }>((done) => {
      execFile(process.execPath, given, { env }, (error, stdout, stderr) =>
        done({ status: error?.code ?? 0, stdout, stderr }),
      );
    });
  };

  it('says that all is as it was sealed, and fails when it is not', async () => {
    expect(await run()).toMatchObject({ status: 0, stdout: expect.stringContaining('5 seals, 5 entries, 0 faults') });
    const seals = await sealsIn(scene);
    expect(await run('--expect', seals[3]!.sha256)).toMatchObject({ status: 0 });
    expect(await run('--expect', 'f'.repeat(64))).toMatchObject({ status: 1 });
    await scene.journal.write(entry(301));
    expect(await run()).toMatchObject({ status: 1, stdout: expect.stringContaining(`late\t${sortOf(entry(301))}`) });
  });
});
