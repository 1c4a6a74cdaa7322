import type { Digest } from '../dynamo/table-secret.ts';

/** The keyed hash of a code that was mailed to an address of an account: it confirms no other address, and no other account. */
export const codeDigest = (digestOf: Digest, account: string, email: string, code: string): Promise<string> =>
  digestOf(JSON.stringify([account, email, code]));
