import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { startFauxqs } from 'fauxqs';
import { openTrustBucket } from '../../../../lib/adapters/trust/trust-bucket.ts';

/** A trust bucket on an S3 in memory. `asked` counts what the client sent, by command. */
export async function openTestBucket() {
  const server = await startFauxqs({ port: 0, logger: false });
  server.createBucket('trust');
  const client = new S3Client({
    endpoint: `http://127.0.0.1:${server.port}`,
    region: 'eu-central-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const asked: string[] = [];
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      (args) => {
        asked.push(commandName);
        return next(args);
      },
    { step: 'initialize' },
  );
  return {
    asked,
    bucket: openTrustBucket('trust', client),
    put: (Key: string, Body: Uint8Array | string) =>
      client.send(new PutObjectCommand({ Bucket: 'trust', Key, Body, ContentType: 'application/octet-stream' })),
    close: async () => {
      client.destroy();
      await server.stop();
    },
  };
}
