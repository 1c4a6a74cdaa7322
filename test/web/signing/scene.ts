import { createHash, X509Certificate } from 'node:crypto';
import { findProfile } from '../../../lib/eds/profiles/find-profile.ts';
import { verifyEds } from '../../../lib/eds/verify.ts';
import { issueIntermediate, issuePerson, issueRoot } from '../../../lib/local/authority/issuer.ts';
import type { PersonRole } from '../../../lib/local/authority/profile.ts';
import { writePkcs12 } from '../../../lib/local/authority/pkcs12.ts';
import { systemRandom } from '../../../lib/signing/random.ts';
import type { Signer } from '../../../lib/signing/signer-info.ts';
import type { Environment } from '../../../web/signing/environment.ts';
import { openKey } from '../../../web/signing/key-file/open-key.ts';
import { isSigningProblem } from '../../../web/signing/problem.ts';
import type { Who } from '../../../web/signing/way.ts';
import { openssl, written } from '../../lib/local/authority/openssl.ts';
import { list } from '../../lib/adapters/trust/authority.ts';

export const iin = '900315390115';
export const otherIin = '850412450028';
export const password = 'Demo-құпия1';
export const content = new TextEncoder().encode('{"өтініш":"жұмыссыз ретінде анықтама"}');
/** Whole seconds, as in certificates. */
export const now = new Date(Math.floor(Date.now() / 1000) * 1000);
export const families = ['rsa', 'gost-2015'] as const;
export type Family = (typeof families)[number];

const day = 86_400_000;
const addresses = { crl: 'http://demo-authority.localhost/crl' };
const validFor = (from: number, to: number) => ({
  notBefore: new Date(now.getTime() + from * day),
  notAfter: new Date(now.getTime() + to * day),
  random: systemRandom,
});

/** An authority of the family, and people with keys from it. */
export async function makeAuthority(family: Family) {
  const root = await issueRoot(family, 'DEMO ROOT', validFor(-400, 400));
  const nca = await issueIntermediate(root, 'DEMO NCA', addresses, validFor(-400, 400));
  const issue = (of: string, purpose: 'signature' | 'authentication' = 'signature', from = -1, to = 300) => {
    const person = { surname: 'Демо', firstName: 'Азамат', patronymic: 'Үлгіұлы', iin: of };
    return issuePerson(nca, { ...validFor(from, to), person, role: 'individual', purpose, addresses });
  };
  /** The same person with a certificate of an organisation. */
  const issueFor = (bin: string, role: PersonRole) => {
    const person = { surname: 'Демо', firstName: 'Азамат', iin, organisation: { name: 'ТОО «Үлгі»', bin } };
    return issuePerson(nca, { ...validFor(-1, 300), person, role, purpose: 'signature', addresses });
  };
  return { family, root, nca, issue, issueFor };
}
export type Authority = Awaited<ReturnType<typeof makeAuthority>>;

export const keyFileOf = (signer: Signer, style: 'modern' | 'national' = 'national') =>
  writePkcs12({ ...signer, chain: [] }, password, systemRandom, style);

/** What the server would say about the signature. */
export function verdictOf({ root, nca }: Authority, cms: string): string {
  const anchor = createHash('sha256').update(root.certificate).digest('hex');
  return verifyEds({
    cms: Buffer.from(cms, 'base64'),
    content,
    at: new Date(),
    profile: findProfile('demo', [anchor])!,
    certificates: [root.certificate, nca.certificate],
    crls: [list(root, now, []), list(nca, now, [])],
    expected: { iin },
  }).verdict;
}

/** What openssl says about it; undefined without openssl. It does not support the national GOST. */
export function opensslSays({ root, nca }: Authority, cms: string): boolean | undefined {
  const pem = [root, nca].map(({ certificate }) => new X509Certificate(certificate).toString()).join('');
  const files = written({ cms: Buffer.from(cms, 'base64'), content, chain: pem });
  return openssl(
    ...['cms', '-verify', '-binary', '-inform', 'DER', '-in', files['cms']!, '-content', files['content']!],
    ...['-CAfile', files['chain']!, '-out', '/dev/null'],
  )?.ok;
}

/** A browser in which nobody is asked anything, unless a test says how they answer. */
export const environment = (more: Partial<Environment> = {}): Environment => ({
  language: 'kk',
  isPhone: false,
  isSecure: true,
  isPublic: false,
  now: () => now,
  connect: () => {
    throw new Error('no test connects by itself');
  },
  permission: async () => undefined,
  tools: async () => import('../../../web/later/signing-tools.ts'),
  ...more,
  ask: { permission: async () => true, key: async () => undefined, cms: async () => undefined, ...more.ask },
});

/** Somebody who chooses this file and types this password, until it opens or is refused. */
export const chooses = (file: Uint8Array, typed = password) => ({
  ask: {
    permission: async () => true,
    cms: async () => undefined,
    key: async (who: Who) => {
      const key = await openKey(file, typed, who, now);
      return isSigningProblem(key) ? undefined : key;
    },
  },
});
