import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { openObjects } from '../../../../lib/local/s3/objects.ts';
import { serveS3 } from '../../../../lib/local/s3/serve-s3.ts';
import { newFolder, serve } from '../serve.ts';

const origin = 'http://localhost:3000';
const cors = [
  { AllowedMethods: ['PUT'], AllowedOrigins: [origin], AllowedHeaders: ['*'], ExposedHeaders: ['ETag'], MaxAge: 60 },
];
const Bucket = 'scans';

describe('buckets', () => {
  const folder = newFolder();
  let now = Date.now();
  let served: Awaited<ReturnType<typeof serve>>;
  let objects: Awaited<ReturnType<typeof openObjects>>;
  let s3: S3Client;
  const open = async () => {
    objects = await openObjects(folder);
    served = await serve({ s3: serveS3(objects, [{ name: Bucket, cors }], () => now) }, () => now);
    s3 = new S3Client({ ...served.client, forcePathStyle: true, requestChecksumCalculation: 'WHEN_REQUIRED' });
  };
  const close = async () => {
    await served.close();
    await objects.close();
  };
  beforeAll(open);
  afterAll(close);
  const text = async (Key: string, Range?: string) =>
    (await s3.send(new GetObjectCommand({ Bucket, Key, Range }))).Body?.transformToString();

  it('stores what the SDK puts, with digests checked in both directions', async () => {
    const Body = 'мәтін';
    await s3.send(
      new PutObjectCommand({ Bucket, Key: 'a/ө 1', Body, ContentType: 'text/plain', Metadata: { x: 'y' } }),
    );
    const checked = new S3Client({ ...served.client, forcePathStyle: true });
    await checked.send(new PutObjectCommand({ Bucket, Key: 'a/2', Body, ChecksumAlgorithm: 'SHA256' }));
    await checked.send(
      new PutObjectCommand({ Bucket, Key: 'a/3', Body: Readable.from([Buffer.from(Body)]), ContentLength: 10 }),
    );
    expect(await Promise.all(['a/ө 1', 'a/2', 'a/3'].map((key) => text(key)))).toEqual([Body, Body, Body]);
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key: 'a/ө 1' }));
    expect(head).toMatchObject({ ContentLength: 10, ContentType: 'text/plain', Metadata: { x: 'y' } });
    expect(await text('a/2', 'bytes=2-3')).toBe('ә');
    const wrong = { Bucket, Key: 'a/4', Body, ChecksumSHA256: createHash('sha256').update('other').digest('base64') };
    await expect(s3.send(new PutObjectCommand(wrong))).rejects.toMatchObject({ name: 'BadDigest' });
    await expect(text('a/4')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  it('returns checksums on request, and never for a range', async () => {
    const Body = Buffer.from(Array.from({ length: 5000 }, (_, i) => i % 251));
    const sum = createHash('sha256').update(Body).digest('base64');
    const Key = 'sum';
    await s3.send(new PutObjectCommand({ Bucket, Key, Body, ChecksumSHA256: sum }));
    const plain = new S3Client({ ...served.client, forcePathStyle: true, responseChecksumValidation: 'WHEN_REQUIRED' });
    const head = (more: object) => plain.send(new HeadObjectCommand({ Bucket, Key, ...more }));
    expect(await head({ ChecksumMode: 'ENABLED' })).toMatchObject({
      ...{ ContentLength: 5000, ChecksumSHA256: sum, ChecksumType: 'FULL_OBJECT' },
    });
    expect((await head({})).ChecksumSHA256).toBeUndefined();
    const tenBytes = await head({ ChecksumMode: 'ENABLED', Range: 'bytes=0-9' });
    expect(tenBytes).toMatchObject({ ContentLength: 10, ContentRange: 'bytes 0-9/5000' });
    expect(tenBytes.ChecksumSHA256).toBeUndefined();
    const part = async (Range: string) => {
      const { Body: stream, ...told } = await s3.send(new GetObjectCommand({ Bucket, Key, Range }));
      return { bytes: await stream?.transformToByteArray(), told };
    };
    for (const [range, first, end] of [
      ['bytes=0-1023', 0, 1024],
      ['bytes=-1024', 3976, 5000],
      ['bytes=4990-9999', 4990, 5000],
      ['bytes=-9999', 0, 5000],
    ] as const) {
      const { bytes, told } = await part(range);
      expect(bytes).toEqual(new Uint8Array(Body.subarray(first, end)));
      expect(told).toMatchObject({ ContentRange: `bytes ${first}-${end - 1}/5000`, ContentLength: end - first });
    }
    await expect(part('bytes=5000-')).rejects.toMatchObject({ name: 'InvalidRange' });
  });

  it('lists in pages, by prefix, without deleted objects', async () => {
    for (const key of ['l/1', 'l/2', 'l/3', 'm/1'])
      await s3.send(new PutObjectCommand({ Bucket, Key: key, Body: key }));
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'l/2' }));
    const first = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'l/', MaxKeys: 1 }));
    expect(first).toMatchObject({ IsTruncated: true, Contents: [{ Key: 'l/1', Size: 3 }] });
    const token = { ContinuationToken: first.NextContinuationToken };
    const second = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'l/', MaxKeys: 1, ...token }));
    expect(second).toMatchObject({ IsTruncated: false, Contents: [{ Key: 'l/3' }] });
  });

  it('writes once if If-None-Match says so', async () => {
    const put = { Bucket, Key: 'once', Body: 'x', IfNoneMatch: '*' };
    await s3.send(new PutObjectCommand(put));
    await expect(s3.send(new PutObjectCommand(put))).rejects.toMatchObject({ name: 'PreconditionFailed' });
  });

  describe('by a presigned address', () => {
    const scan = Buffer.from('%PDF-1.7 scan');
    const sum = createHash('sha256').update(scan).digest('base64');
    const headers = { 'content-type': 'application/pdf', 'x-amz-checksum-sha256': sum };
    const sign = () =>
      getSignedUrl(
        s3,
        new PutObjectCommand({
          Bucket,
          Key: 'p',
          ContentType: 'application/pdf',
          ContentLength: scan.length,
          ChecksumSHA256: sum,
        }),
        {
          expiresIn: 300,
          signableHeaders: new Set(['content-type', 'content-length', 'host', 'x-amz-checksum-sha256']),
          unhoistableHeaders: new Set(['x-amz-checksum-sha256']),
          signingDate: new Date(now),
        },
      );
    const put = async (url: string, body: Buffer, more: Record<string, string>) =>
      (await fetch(url, { method: 'PUT', body: new Uint8Array(body), headers: more })).status;

    it('accepts exactly the bytes, type and size that were signed', async () => {
      const url = await sign();
      expect(await put(url, Buffer.from('%PDF-1.7 sca!'), headers)).toBe(400);
      expect(await put(url, Buffer.concat([scan, scan]), headers)).toBe(403);
      expect(await put(url, scan, { ...headers, 'content-type': 'text/html' })).toBe(403);
      expect(await put(url, scan, { 'content-type': 'application/pdf' })).toBe(403);
      expect(await put(url.replace('/p?', '/q?'), scan, headers)).toBe(403);
      expect(await put(url, scan, headers)).toBe(200);
      expect(await text('p')).toBe(scan.toString());
    });

    it('accepts nothing after it has expired, and nothing without a signature', async () => {
      const url = await sign();
      now += 301_000;
      expect(await put(url, scan, headers)).toBe(403);
      now -= 301_000;
      expect(await put(url.split('?')[0] ?? '', scan, headers)).toBe(403);
    });

    it('gives a download the signed name', async () => {
      const ResponseContentDisposition = 'attachment; filename="scan.pdf"';
      const url = await getSignedUrl(s3, new GetObjectCommand({ Bucket, Key: 'p', ResponseContentDisposition }));
      expect((await fetch(url)).headers.get('content-disposition')).toBe(ResponseContentDisposition);
      expect((await fetch(url.replace('scan.pdf', 'scan.exe'))).status).toBe(403);
    });

    it("answers a browser's preflight by the bucket's CORS rules", async () => {
      const ask = (from: string, method: string) =>
        fetch(`${served.client.endpoint}/${Bucket}/p`, {
          method: 'OPTIONS',
          headers: {
            origin: from,
            'access-control-request-method': method,
            'access-control-request-headers': 'content-type',
          },
        });
      const allowed = await ask(origin, 'PUT');
      expect(allowed.status).toBe(200);
      expect(allowed.headers.get('access-control-allow-origin')).toBe(origin);
      expect(allowed.headers.get('access-control-allow-headers')).toBe('content-type');
      const put = await fetch(`${served.client.endpoint}/${Bucket}/p`, { method: 'PUT', headers: { origin } });
      expect(put.headers.get('access-control-expose-headers')).toBe('ETag');
      expect((await ask('http://evil.example', 'PUT')).status).toBe(403);
      expect((await ask(origin, 'DELETE')).status).toBe(403);
    });
  });

  it('has everything after a restart, and no file without an object', async () => {
    await s3.send(new PutObjectCommand({ Bucket, Key: 'p', Body: 'newer' }));
    await close();
    await open();
    expect(await text('p')).toBe('newer');
    expect(await text('a/ө 1')).toBe('мәтін');
    const { KeyCount } = await s3.send(new ListObjectsV2Command({ Bucket }));
    expect(readdirSync(join(folder, 'files'))).toHaveLength(KeyCount ?? 0);
  });
});
