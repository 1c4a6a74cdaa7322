import { webcrypto } from 'node:crypto';
import {
  ALGORITHM,
  contentDigest,
  signatureBase,
  signatureParams,
  TAG,
  type Call,
} from '../../adapters/gateways/call-signature.ts';

/** Seconds by which clocks may differ; an older call is not taken. */
const SKEW = 300;
/** Nonces that are remembered; more in ten minutes than a demonstration can send. */
const REMEMBERED = 10_000;

const INPUT = new RegExp(
  String.raw`^call=(\([^()]*\);created=(\d{1,12});keyid="([\w-]{1,100})";alg="${ALGORITHM}";nonce="([\w-]{16,64})";tag="${TAG}")$`,
);
const SIGNATURE = /^call=:([A-Za-z0-9+/]{86}==):$/;

/** Finds a published key by its id. @throws if there is none */
export type FindKey = (kid: string) => Promise<webcrypto.CryptoKey>;

/**
 * Checks the signatures of calls (RFC 9421) against the published keys, as docs/gateway/openapi.yaml asks a gateway to.
 * It answers why a call is not taken, in one word; undefined for a good one. The same call is taken only once.
 */
export function checkCalls(findKey: FindKey, clock: () => Date) {
  const seen = new Set<string>();
  return async (
    call: Call,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): Promise<string | undefined> => {
    const [, params = '', created = '', keyid = '', nonce = ''] = INPUT.exec(text(headers['signature-input'])) ?? [];
    const [, signature] = SIGNATURE.exec(text(headers['signature'])) ?? [];
    if (signature === undefined || params !== signatureParams(Number(created), keyid, nonce)) return 'unsigned';
    if (text(headers['content-digest']) !== contentDigest(call.body)) return 'altered';
    if (Math.abs(clock().getTime() / 1000 - Number(created)) > SKEW) return 'stale';
    const key = await findKey(keyid).catch(() => undefined);
    if (!key) return 'unknown-key';
    const base = signatureBase(call, params);
    const good = await webcrypto.subtle.verify(
      { name: 'ECDSA', hash: 'SHA-256' },
      key,
      Buffer.from(signature, 'base64'),
      base,
    );
    if (!good) return 'altered';
    if (seen.has(nonce)) return 'repeated';
    seen.add(nonce);
    if (seen.size > REMEMBERED) for (const oldest of seen) if (seen.size > REMEMBERED) seen.delete(oldest);
    return undefined;
  };
}

const text = (header: string | string[] | undefined) => (typeof header === 'string' ? header : '');
