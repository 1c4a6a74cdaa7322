import { afterAll, beforeAll, expect, it } from '@jest/globals';
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

it('says of an upload its size and the digest that the store computed, and of none that there is none', async () => {
  const { size, sha256 } = await upload('a', new Uint8Array(5000).fill(7));
  expect(await attachments.describe('r', 'a')).toEqual({ size, sha256 });
  expect(await attachments.describe('r', 'b')).toBeUndefined();
});

it('reads the first and the last kilobyte, whatever lies between', async () => {
  for (const size of [1, 1023, 1024, 1025, 2048, 100_000]) {
    const bytes = Uint8Array.from({ length: size }, (_, i) => i % 251);
    await upload('c', bytes);
    expect(await attachments.readEdges('r', 'c', size)).toEqual({
      head: bytes.subarray(0, 1024),
      tail: bytes.subarray(-1024),
    });
  }
});
