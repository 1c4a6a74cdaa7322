import type { Answered } from '../../../lib/adapters/http/serve.ts';
import type { TrustMaterial } from '../../../lib/adapters/trust/trust-material.ts';
import type { Profile } from '../../../lib/eds/profiles/profile.ts';

/** Octets of lists; in base64 they are a third longer, and a function answers 6 MB at most. */
const MOST = 3_000_000;

interface Needs {
  readonly profile: Pick<Profile, 'name' | 'anchors'>;
  readonly material: (now: Date) => Promise<TrustMaterial>;
  readonly now: Date;
}

/** All of it is public: it names authorities and serial numbers, and nobody who signed. */
export async function showTrust({ profile: { name, anchors }, material, now }: Needs): Promise<Answered> {
  const { certificates, crls } = await material(now);
  const complete = crls.reduce((sum, { length }) => sum + length, 0) <= MOST;
  const body = {
    profile: name,
    anchors,
    certificates: certificates.map(write),
    crls: complete ? crls.map(write) : [],
    complete,
  };
  return { body, headers: { 'cache-control': 'public, max-age=60' } };
}

const write = (der: Uint8Array): string => Buffer.from(der).toString('base64');
