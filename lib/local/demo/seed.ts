import { createHash } from 'node:crypto';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { ulid } from 'ulid';
import { openTable } from '../../adapters/dynamo/table.ts';
import { seedAccount } from '../../adapters/identity/seed-account.ts';
import type { Demo } from './demo.ts';
import { demoOffices } from './demo-offices.ts';

/**
 * Puts the demo into a running platform, as a deployment's administrator would put real data into a stack: accounts for
 * the people, and the trust material for signatures. Repeating it changes only the revocation lists.
 */
export async function seedDemo(
  { people, anchors, intermediates, crls }: Demo,
  { tableName, trustBucket, now }: { readonly tableName: string; readonly trustBucket: string; readonly now: Date },
): Promise<void> {
  const table = openTable(tableName);
  for (const { iin, name, role, office, position, email, language, password } of people) {
    const at = now.toISOString();
    // Their passwords are in people.json, and stay valid after they have signed in by EDS.
    const confirmed = { at, name };
    const account = { id: ulid(), iin, fullName: name, role, email, language, createdAt: at, confirmed };
    const post = { ...(office !== undefined && { office }), ...(position !== undefined && { position }) };
    await seedAccount(table, { ...account, ...post }, password);
  }
  const s3 = new S3Client({ forcePathStyle: true });
  const put = (Key: string, Body: Uint8Array) => s3.send(new PutObjectCommand({ Bucket: trustBucket, Key, Body }));
  for (const certificate of [...anchors, ...intermediates])
    await put(`certificates/demo-${fingerprint(certificate).slice(0, 16)}.cer`, certificate);
  await put('offices/demo.json', new TextEncoder().encode(JSON.stringify(demoOffices)));
  for (const [index, crl] of crls.entries()) await put(`crls/demo-${index}.crl`, crl);
}

/** SHA-256 of a certificate, the form in which anchors are pinned. */
export const fingerprint = (certificate: Uint8Array) => createHash('sha256').update(certificate).digest('hex');
