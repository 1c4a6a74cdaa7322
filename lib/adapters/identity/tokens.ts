import { createPublicKey } from 'node:crypto';
import { JOSEError } from 'jose/errors';
import { calculateJwkThumbprint } from 'jose/jwk/thumbprint';
import { createLocalJWKSet } from 'jose/jwks/local';
import { jwtVerify } from 'jose/jwt/verify';
import * as z from 'zod';
import { Caller, Role } from '../../domain/access/roles.ts';
import { ACCESS_SECONDS } from '../../domain/identity/session.ts';
import { toJoseSignature } from './ecdsa-signature.ts';
import type { SigningKey, SigningKeys } from './signing-key.ts';

/** A public P-256 key as RFC 7517 writes it. */
export const PublicJwk = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  kid: z.string(),
  use: z.literal('sig'),
  alg: z.literal('ES256'),
});
type PublicJwk = z.output<typeof PublicJwk>;

const Claims = z.object({ sub: z.string(), sid: z.string(), role: Role, office: z.string().optional() });

/** A key's public half. Its `kid` is the key's thumbprint (RFC 7638). */
export async function publicJwk(key: Pick<SigningKey, 'publicKey'>): Promise<PublicJwk> {
  const spki = Buffer.from(await key.publicKey());
  const { kty, crv, x, y } = createPublicKey({ key: spki, format: 'der', type: 'spki' }).export({ format: 'jwk' });
  const kid = await calculateJwkThumbprint({ kty: kty ?? '', crv: crv ?? '', x: x ?? '', y: y ?? '' });
  return PublicJwk.parse({ kty, crv, x, y, kid, use: 'sig', alg: 'ES256' });
}

/** A key set with which others check what we signed: the key that signs, and those before and after it. */
export const publicKeys = async (keys: readonly Pick<SigningKey, 'publicKey'>[]): Promise<{ keys: PublicJwk[] }> => ({
  keys: await Promise.all(keys.map(publicJwk)),
});

/**
 * Access tokens: JWTs by the profile of RFC 9068. `issuer` is the platform's public address; the audience is the same.
 */
export const openTokens = (keys: SigningKeys, issuer: string) => {
  const [key] = keys;
  // A public half never changes, and neither does what is made of it: two digests, an import. A failure is tried again.
  let made: Promise<ReturnType<typeof createLocalJWKSet>> | undefined;
  const known = () =>
    (made ??= publicKeys(keys).then(createLocalJWKSet)).catch((error: unknown) => {
      made = undefined;
      throw error;
    });
  return {
    async issue({ account, session, role, office }: Caller, now: Date): Promise<string> {
      const iat = Math.floor(now.getTime() / 1000);
      const { kid } = await publicJwk(key);
      const header = { alg: 'ES256', kid, typ: 'at+jwt' };
      const life = { iss: issuer, aud: issuer, iat, exp: iat + ACCESS_SECONDS };
      const claims = { ...life, sub: account, sid: session, role, ...(office !== undefined && { office }) };
      const input = `${encode(header)}.${encode(claims)}`;
      const signature = toJoseSignature(await key.sign(Buffer.from(input)), 32);
      return `${input}.${Buffer.from(signature).toString('base64url')}`;
    },

    /** The caller to whom the token was issued, or undefined if it is no valid token of ours. */
    async verify(token: string, now: Date): Promise<Caller | undefined> {
      const set = await known();
      try {
        const { payload } = await jwtVerify(token, set, {
          algorithms: ['ES256'],
          typ: 'at+jwt',
          issuer,
          audience: issuer,
          requiredClaims: ['iat', 'exp', 'sub', 'sid', 'role'],
          currentDate: now,
        });
        return callerOf(Claims.safeParse(payload).data);
      } catch (error) {
        if (error instanceof JOSEError) return undefined;
        throw error;
      }
    },
  };
};
export type Tokens = ReturnType<typeof openTokens>;

const callerOf = (claims: z.output<typeof Claims> | undefined): Caller | undefined =>
  claims && {
    account: claims.sub,
    session: claims.sid,
    role: claims.role,
    ...(claims.office !== undefined && { office: claims.office }),
  };

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
