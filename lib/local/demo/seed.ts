import { createHash } from 'node:crypto';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { ulid } from 'ulid';
import { openTable } from '../../adapters/dynamo/table.ts';
import { seedAccount } from '../../adapters/identity/seed-account.ts';
import { MANDATE_DAYS } from '../../domain/identity/mandate.ts';
import type { Demo } from './demo.ts';
import type { DemoPerson } from './people-file.ts';
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
  const at = now.toISOString();
  const heads = new Map<string, string>();
  // Heads come first, because others sign by their mandate.
  for (const person of people.toSorted((one, other) => Number(isHead(other)) - Number(isHead(one)))) {
    const { iin, name, role, office, position, email, language, password } = person;
    // Their passwords are in people.json, and stay valid after they have signed in by EDS.
    const confirmed = { at, name };
    const account = { id: ulid(), iin, fullName: name, role, email, language, createdAt: at, confirmed };
    const post = { ...(office !== undefined && { office }), ...(position !== undefined && { position }) };
    const by = person.mandate && heads.get(office ?? '');
    const mandate = by && office && { mandate: { from: at, until: aYearAfter(now), office, by } };
    const { id } = await seedAccount(table, { ...account, ...post, ...mandate }, password);
    if (isHead(person) && office !== undefined) heads.set(office, id);
  }
  const s3 = new S3Client({ forcePathStyle: true });
  const put = (Key: string, Body: Uint8Array) => s3.send(new PutObjectCommand({ Bucket: trustBucket, Key, Body }));
  for (const certificate of [...anchors, ...intermediates])
    await put(`certificates/demo-${fingerprint(certificate).slice(0, 16)}.cer`, certificate);
  await put('offices/demo.json', new TextEncoder().encode(JSON.stringify(demoOffices)));
  for (const [index, crl] of crls.entries()) await put(`crls/demo-${index}.crl`, crl);
}

const isHead = ({ role }: DemoPerson): boolean => role === 'mio-head';
const aYearAfter = (now: Date): string => new Date(now.getTime() + MANDATE_DAYS * 24 * 3600 * 1000).toISOString();

/** SHA-256 of a certificate, the form in which anchors are pinned. */
export const fingerprint = (certificate: Uint8Array) => createHash('sha256').update(certificate).digest('hex');
