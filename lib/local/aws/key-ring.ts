import { createHmac } from 'node:crypto';
import type { Credentials } from './signature.ts';

/** Whose signatures are accepted, and whose key each is. */
export interface KeyRing {
  /** Absent if nobody has the key. */
  secretOf(accessKeyId: string): string | undefined;
  /** The function that signs with the key; absent for the key of the person who runs the platform. */
  functionOf(accessKeyId: string): string | undefined;
}

/**
 * Each function signs with its own keys, as on AWS it would with those of its role. So each call shows which function
 * made it.
 */
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
