import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { KeyEntry } from '../template/estate.ts';
import { AwsFailure } from './failure.ts';
import { jsonService } from './serve-aws.ts';

const KeyId = z.object({ KeyId: z.string() });
const Sign = KeyId.extend({
  Message: z.base64(),
  // node:crypto cannot sign a digest with an elliptic-curve key.
  MessageType: z.literal('RAW').default('RAW'),
  SigningAlgorithm: z.literal('ECDSA_SHA_256'),
});

/**
 * KMS for the signing keys of the template; each is a PEM file (0600) in `folder`. Encryption keys need nothing here.
 */
export async function keyService(folder: string, entries: readonly KeyEntry[]) {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const keys = new Map<string, { readonly entry: KeyEntry; readonly key: KeyObject }>();
  for (const entry of entries.filter(({ spec }) => spec === 'ECC_NIST_P256')) {
    const key = await loadKey(join(folder, `${entry.id}.pem`));
    keys.set(entry.id, { entry, key }).set(entry.arn, { entry, key });
  }
  const find = (id: string) => {
    const found = keys.get(id);
    if (!found) throw new AwsFailure('NotFoundException', `Key '${id}' does not exist`);
    return found;
  };

  return jsonService({
    Sign(given: unknown) {
      const asked = Sign.safeParse(given);
      if (!asked.success) throw new AwsFailure('ValidationException', asked.error.message);
      const { KeyId, Message, SigningAlgorithm } = asked.data;
      const { entry, key } = find(KeyId);
      const signature = sign('sha256', Buffer.from(Message, 'base64'), key);
      return { KeyId: entry.arn, Signature: signature.toString('base64'), SigningAlgorithm };
    },

    GetPublicKey(given: unknown) {
      const { entry, key } = find(KeyId.parse(given).KeyId);
      const der = createPublicKey(key).export({ type: 'spki', format: 'der' });
      return {
        KeyId: entry.arn,
        PublicKey: der.toString('base64'),
        KeySpec: entry.spec,
        KeyUsage: 'SIGN_VERIFY',
        SigningAlgorithms: ['ECDSA_SHA_256'],
      };
    },
  });
}

async function loadKey(path: string): Promise<KeyObject> {
  if (!existsSync(path)) {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const file = await open(`${path}.new`, 'w', 0o600);
    await file.writeFile(privateKey.export({ type: 'pkcs8', format: 'pem' }));
    await file.sync();
    await file.close();
    await rename(`${path}.new`, path);
  }
  return createPrivateKey(await readFile(path));
}
