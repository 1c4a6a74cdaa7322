import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { startPlatform } from '../../lib/local/platform.ts';
import { keyFamilies } from '../../lib/signing/signing-key.ts';
import { makeAttackedAuthority } from './authority.ts';

/**
 * A platform that trusts the attacked authorities; prints its address. For `npm run bench:eds -- --hostile --route`.
 */
const attacked = await Promise.all(keyFamilies.map(makeAttackedAuthority));
const dataDir = mkdtempSync(join(tmpdir(), 'e-akimat-hostile-'));
const platform = await startPlatform({
  dataDir,
  port: 0,
  throttled: false,
  parameters: {
    MailFrom: 'no-reply@e-akimat.example',
    EdsProfile: 'kz-nca',
    EdsAnchors: attacked.map(({ anchor }) => `${anchor}=persons+timestamps`).join(','),
    // Nothing answers there: the lists in the bucket decide.
    CrlSources: 'http://localhost:9/none.crl',
    GatewayUrl: 'http://localhost:9',
  },
});
const s3 = new S3Client({ forcePathStyle: true });
const { TRUST_BUCKET: Bucket } = platform.settings('verify-eds');
const put = (Key: string, Body: Uint8Array) => s3.send(new PutObjectCommand({ Bucket, Key, Body }));
for (const [index, { certificates, crls }] of attacked.entries()) {
  for (const [place, der] of certificates.entries()) await put(`certificates/${index}-${place}.cer`, der);
  for (const [place, der] of crls.entries()) await put(`crls/${index}-${place}.crl`, der);
}
console.log(`serving ${platform.url}`);
process.on('SIGTERM', () => {
  void platform.stop().then(() => {
    rmSync(dataDir, { recursive: true });
    process.exit(0);
  });
});
