import { createHmac } from 'node:crypto';
import type { Credentials } from './signature.ts';

/** Whose signature is believed, and who that is. */
export interface KeyRing {
  /** Absent when the key is nobody's. */
  secretOf(accessKeyId: string): string | undefined;
  /** The function that signs with the key; absent when it is whoever runs the platform. */
  functionOf(accessKeyId: string): string | undefined;
}

/** Each function signs with keys of its own, as in AWS it would with those of its role: calls tell who made them. */
export const keysOf = ({ accessKeyId, secretAccessKey }: Credentials, functionName: string): Credentials => {
  const own = `${accessKeyId}.${functionName}`;
  return { accessKeyId: own, secretAccessKey: createHmac('sha256', secretAccessKey).update(own).digest('base64') };
};

/** The keys of the platform and of its functions. */
export function keyRing(platform: Credentials, functionNames: readonly string[]): KeyRing {
  const secrets = new Map([[platform.accessKeyId, platform.secretAccessKey]]);
  const functions = new Map<string, string>();
  for (const name of functionNames) {
    const own = keysOf(platform, name);
    secrets.set(own.accessKeyId, own.secretAccessKey);
    functions.set(own.accessKeyId, name);
  }
  return { secretOf: (id) => secrets.get(id), functionOf: (id) => functions.get(id) };
}
