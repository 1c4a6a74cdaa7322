import { createHash } from 'node:crypto';
import { toJoseSignature } from '../identity/ecdsa-signature.ts';
import type { SigningKey } from '../identity/signing-key.ts';
import { publicJwk } from '../identity/tokens.ts';

/** A call as it is signed; `authority` is the host that is asked, with its port if that is not the scheme's own. */
export interface Call {
  readonly method: string;
  readonly authority: string;
  readonly path: string;
  readonly contentType: string;
  readonly body: Uint8Array;
}

/** What is signed of a call (RFC 9421, 2): nobody can use the signature for other data, another address or another method. */
const COMPONENTS = '("@method" "@authority" "@path" "content-type" "content-digest")';
/** Which agreement the signature follows (RFC 9421, 2.3): a key that also signs something else is of no use for calls. */
export const TAG = 'e-akimat-gateway';
export const ALGORITHM = 'ecdsa-p256-sha256';

/** The body's SHA-256 as RFC 9530, 2 writes it. */
export const contentDigest = (body: Uint8Array): string =>
  `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;

/** The signature's parameters as `Signature-Input` has them (RFC 9421, 2.3). */
export const signatureParams = (created: number, keyid: string, nonce: string): string =>
  `${COMPONENTS};created=${created};keyid="${keyid}";alg="${ALGORITHM}";nonce="${nonce}";tag="${TAG}"`;

/** The bytes that are signed (RFC 9421, 2.5). */
export const signatureBase = ({ method, authority, path, contentType, body }: Call, params: string): Uint8Array =>
  new TextEncoder().encode(
    [
      `"@method": ${method}`,
      `"@authority": ${authority}`,
      `"@path": ${path}`,
      `"content-type": ${contentType}`,
      `"content-digest": ${contentDigest(body)}`,
      `"@signature-params": ${params}`,
    ].join('\n'),
  );

/** The headers with which a call proves who makes it, when, and that nothing was changed on the way. */
export async function signCall(call: Call, key: SigningKey, now: Date, nonce: string): Promise<Record<string, string>> {
  const { kid } = await publicJwk(key);
  const params = signatureParams(Math.floor(now.getTime() / 1000), kid, nonce);
  const signature = toJoseSignature(await key.sign(signatureBase(call, params)), 32);
  return {
    'content-type': call.contentType,
    'content-digest': contentDigest(call.body),
    'signature-input': `call=${params}`,
    signature: `call=:${Buffer.from(signature).toString('base64')}:`,
  };
}
