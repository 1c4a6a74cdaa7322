import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { S3Client } from '@aws-sdk/client-s3';
import { openAttachments } from '../../../../lib/adapters/s3/attachments.ts';
import { sha256Hex } from '../../../../lib/domain/digest/sha256.ts';
import { openObjects } from '../../../../lib/local/s3/objects.ts';
import { serveS3 } from '../../../../lib/local/s3/serve-s3.ts';
import { newFolder, serve } from '../../local/serve.ts';

let served: Awaited<ReturnType<typeof serve>>;
let objects: Awaited<ReturnType<typeof openObjects>>;
let attachments: ReturnType<typeof openAttachments>;
beforeAll(async () => {
  objects = await openObjects(newFolder());
  served = await serve({ s3: serveS3(objects, [{ name: 'scans', cors: [] }], Date.now) });
  const client = new S3Client({
    ...{ ...served.client, forcePathStyle: true, requestChecksumCalculation: 'WHEN_REQUIRED' },
  });
  attachments = openAttachments('scans', client);
});
afterAll(async () => {
  await served.close();
  await objects.close();
});

async function upload(id: string, bytes: Uint8Array<ArrayBuffer>) {
  const [type, addedAt] = ['application/pdf', '2026-11-28T00:00:00.000Z'] as const;
  const file = { id, name: 'scan.pdf', type, size: bytes.length, sha256: sha256Hex(bytes), addedAt };
  const { url, method, headers } = await attachments.uploadLink('r', file);
  expect((await fetch(url, { method, headers, body: bytes })).status).toBe(200);
  return file;
}

it('reports the size of an upload and the digest that S3 computed, and reports a missing upload', async () => {
  const { size, sha256 } = await upload('a', new Uint8Array(5000).fill(7));
  expect(await attachments.describe('r', 'a')).toEqual({ size, sha256, version: expect.stringMatching(/\w{8}/) });
  expect(await attachments.describe('r', 'b')).toBeUndefined();
});

it('distinguishes another content by its version', async () => {
  const versionOf = async (fill: number) => {
    await upload('v', new Uint8Array(100).fill(fill));
    return (await attachments.describe('r', 'v'))?.version;
  };
  const [first, again, other] = [await versionOf(1), await versionOf(1), await versionOf(2)];
  expect([again === first, other === first]).toEqual([true, false]);
});

it('reads the requested bytes, up to the end', async () => {
  const bytes = Uint8Array.from({ length: 3000 }, (_, i) => i % 251);
  await upload('c', bytes);
  for (const [first, last] of [
    [0, 0],
    [0, 1023],
    [1976, 2999],
    [2999, 9999],
  ] as const)
    expect(await attachments.read('r', 'c', first, last)).toEqual(bytes.subarray(first, last + 1));
});

it('lets a browser save any scan and never show it', async () => {
  const file = await upload('d', new Uint8Array(10).fill(60));
  const { headers } = await fetch(await attachments.downloadLink('r', file));
  expect([headers.get('content-disposition'), headers.get('content-type')]).toEqual([
    'attachment; filename="d.pdf"',
    'application/octet-stream',
  ]);
});

it('lists what was uploaded for a request and for no other, in more pages than one', async () => {
  for (const id of ['x1', 'x2']) await upload(id, new Uint8Array(10));
  expect(await attachments.list('r')).toEqual(expect.arrayContaining(['x1', 'x2']));
  expect(await attachments.list('')).toEqual([]);
  const put = (n: number) =>
    objects.put(
      { bucket: 'scans', key: `requests/many/${n}`, etag: '"e"', modified: 0, headers: {} },
      Buffer.from('x'),
    );
  for (let n = 0; n < 1001; n += 1) await put(n);
  expect(new Set(await attachments.list('many')).size).toBe(1001);
});

describe("GuardDuty's finding about an upload", () => {
  const asked: (string | undefined)[] = [];
  const answer = (tags: string) => `<Tagging><TagSet>${tags}</TagSet></Tagging>`;
  const status = '<Tag><Key>GuardDutyMalwareScanStatus</Key><Value>FAILED</Value></Tag>';
  const server = createServer((request, response) => {
    asked.push(request.url);
    response.setHeader('content-type', 'application/xml').end(answer(request.url?.includes('/new') ? '' : status));
  });
  let client: S3Client;
  beforeAll(async () => {
    await once(server.listen(0, '127.0.0.1'), 'listening');
    client = new S3Client({
      ...{ region: 'eu-central-1', forcePathStyle: true, credentials: { accessKeyId: 'a', secretAccessKey: 'b' } },
      endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    });
  });
  afterAll(() => {
    client.destroy();
    server.close();
  });

  it('is read, and is absent before GuardDuty has checked', async () => {
    const store = openAttachments('scans', client);
    const read = [await store.readScanResult('r', 'seen'), await store.readScanResult('r', 'new')];
    expect(read).toEqual(['FAILED', undefined]);
    expect(asked[0]).toMatch(/^\/scans\/requests\/r\/seen\?tagging/);
  });
});
