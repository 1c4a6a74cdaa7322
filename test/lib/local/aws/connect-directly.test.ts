import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { AsyncLocalStorage } from 'node:async_hooks';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { keyRing } from '../../../../lib/local/aws/key-ring.ts';
import { keyService } from '../../../../lib/local/aws/keys.ts';
import { connectDirectly } from '../../../../lib/local/aws/connect-directly.ts';
import { serveAws } from '../../../../lib/local/aws/serve-aws.ts';
import { openObjects } from '../../../../lib/local/s3/objects.ts';
import { serveS3 } from '../../../../lib/local/s3/serve-s3.ts';
import { newFolder } from '../serve.ts';

const Bucket = 'scans';
const credentials = { accessKeyId: 'LOCALTEST', secretAccessKey: 'secret' };

describe('a call to a server in this process', () => {
  const folder = newFolder();
  const caller = new AsyncLocalStorage<string>();
  const seen: (string | undefined)[] = [];
  let objects: Awaited<ReturnType<typeof openObjects>>;
  let server: Awaited<ReturnType<typeof serveAws>>;
  let disconnect: () => void;
  const clientOf = (keys = credentials) => ({
    endpoint: server.url,
    region: 'eu-central-1',
    credentials: keys,
    maxAttempts: 1,
  });
  const s3Of = (keys = credentials) => new S3Client({ ...clientOf(keys), forcePathStyle: true });
  beforeAll(async () => {
    objects = await openObjects(join(folder, 's3'));
    server = await serveAws(
      {
        json: { TrentService: await keyService(folder, [{ id: 'k', arn: 'arn:k', spec: 'ECC_NIST_P256' }]) },
        ses: () => Promise.resolve({ status: 404 }),
        lambda: () => Promise.resolve({ status: 404 }),
        s3: serveS3(objects, [{ name: Bucket, cors: [] }], Date.now),
        heard: () => void seen.push(caller.getStore()),
      },
      keyRing(credentials, []),
      Date.now,
      0,
    );
    await s3Of().send(new PutObjectCommand({ Bucket, Key: 'by wire', Body: 'мәтін' }));
    disconnect = connectDirectly(server);
    await s3Of().send(
      new PutObjectCommand({ Bucket, Key: 'streamed', Body: Readable.from([Buffer.from('мәтін')]), ContentLength: 10 }),
    );
    // From here on there is nobody at the port.
    await server.close();
  });
  afterAll(() => objects.close());

  it('needs no socket, and answers what HTTP would: bytes, headers, lists, ranges, failures', async () => {
    const s3 = s3Of();
    await s3.send(
      new PutObjectCommand({ Bucket, Key: 'ө 1', Body: 'мәтін', Metadata: { x: 'y' }, ContentType: 'text/plain' }),
    );
    const read = async (Key: string, Range?: string) =>
      (await s3.send(new GetObjectCommand({ Bucket, Key, Range }))).Body?.transformToString();
    expect(await Promise.all(['by wire', 'streamed', 'ө 1'].map((key) => read(key)))).toEqual([
      'мәтін',
      'мәтін',
      'мәтін',
    ]);
    expect(await read('ө 1', 'bytes=2-3')).toBe('ә');
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key: 'ө 1' }));
    expect(head).toMatchObject({ ContentLength: 10, ContentType: 'text/plain', Metadata: { x: 'y' } });
    const list = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'by ' }));
    expect(list.Contents?.map(({ Key }) => Key)).toEqual(['by wire']);
    await expect(read('none')).rejects.toMatchObject({ name: 'NoSuchKey' });
    const sign = (KeyId: string) =>
      new KMSClient(clientOf()).send(
        new SignCommand({ KeyId, Message: Buffer.from('m'), SigningAlgorithm: 'ECDSA_SHA_256' }),
      );
    expect((await sign('k')).Signature?.length).toBeGreaterThan(60);
    await expect(sign('other')).rejects.toMatchObject({ name: 'NotFoundException' });
  });

  it('must be signed like any other', async () => {
    const forged = s3Of({ ...credentials, secretAccessKey: 'another' });
    await expect(forged.send(new GetObjectCommand({ Bucket, Key: 'by wire' }))).rejects.toMatchObject({
      name: 'SignatureDoesNotMatch',
    });
  });

  it("does not show the server its caller's variables", async () => {
    seen.length = 0;
    await caller.run('a function', () => s3Of().send(new HeadObjectCommand({ Bucket, Key: 'by wire' })));
    expect(seen).toEqual([undefined]);
  });

  it('goes over HTTP again when the server is gone', async () => {
    disconnect();
    await expect(s3Of().send(new HeadObjectCommand({ Bucket, Key: 'by wire' }))).rejects.toThrow('ECONNREFUSED');
  });
});
