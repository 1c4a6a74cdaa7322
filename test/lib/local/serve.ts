import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyRing } from '../../../lib/local/aws/key-ring.ts';
import { serveAws, type Services } from '../../../lib/local/aws/serve-aws.ts';

export const newFolder = () => mkdtempSync(join(tmpdir(), 'local-'));

/** Some of the AWS services on a port, and what a client needs to call them. */
export async function serve(
  services: Partial<Services>,
  now: () => number = Date.now,
  credentials = { accessKeyId: 'LOCALTEST', secretAccessKey: randomBytes(16).toString('hex') },
) {
  const absent = () => Promise.resolve({ status: 404 });
  const server = await serveAws(
    { json: {}, ses: absent, lambda: absent, s3: absent, ...services },
    keyRing(credentials, []),
    now,
    0,
  );
  return { client: { endpoint: server.url, region: 'eu-central-1', credentials, maxAttempts: 1 }, close: server.close };
}
