import { generateKey } from '../../../lib/local/authority/key-pairs.ts';
import { newSerial, signCertificate } from '../../../lib/local/authority/certificate.ts';
import { keyUsage } from '../../../lib/local/authority/extension.ts';
import {
  issueIntermediate,
  issueOcspResponder,
  issuePerson,
  issueRoot,
  issueTimestampAuthority,
} from '../../../lib/local/authority/issuer.ts';
import { seededRandom } from '../../../lib/local/authority/random.ts';
import { readIssued } from '../../../lib/signing/issued.ts';
import type { Signer } from '../../../lib/signing/signer-info.ts';
import type { KeyFamily } from '../../../lib/signing/signing-key.ts';

/** The time of verification. */
export const now = new Date('2026-03-01T12:00:00Z');
export const at = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);

const year = 365 * 24 * 60;
const addresses = { crl: 'http://demo-authority.localhost/list.crl' };

export type Cast = Awaited<ReturnType<typeof makeCast>>;

/** Everybody who signs, about whom something is said, or who only claims to be somebody. */
export async function makeCast(family: KeyFamily) {
  const random = seededRandom(`evidence ${family}`);
  const options = { random, notBefore: at(-year), notAfter: at(year) };
  const root = await issueRoot(family, 'EVIDENCE ROOT', options);
  const nca = await issueIntermediate(root, 'EVIDENCE NCA', addresses, options);
  const namesake = await issueIntermediate(root, 'EVIDENCE NCA', addresses, options);
  const person = { surname: 'Демо', firstName: 'Азамат', iin: '900315390115' };
  return {
    family,
    root,
    nca,
    namesake,
    lister: await certifyLister(nca, options),
    responder: await issueOcspResponder(nca, 'EVIDENCE OCSP', options),
    heir: await issueOcspResponder(nca, 'EVIDENCE OCSP', options),
    tsa: await issueTimestampAuthority(nca, 'EVIDENCE TSA', addresses, options),
    rootTsa: await issueTimestampAuthority(root, 'EVIDENCE ROOT TSA', addresses, options),
    person: await issuePerson(nca, { ...options, person, role: 'individual', addresses }),
    stranger: await generateKey(family, random),
  };
}

/** A certificate with the NCA's name, certified by the NCA to sign lists (RFC 5280 6.3.3(f)). */
async function certifyLister(
  nca: Signer,
  { random, ...period }: Pick<Parameters<typeof issueRoot>[2], 'random' | 'notBefore' | 'notAfter'>,
): Promise<Signer> {
  const key = await generateKey(nca.privateKey.family, random);
  const { subject } = readIssued(nca.certificate);
  const fields = {
    ...period,
    serial: newSerial(random),
    issuer: subject,
    subject,
    spki: key.spki,
    extensions: [keyUsage('cRLSign')],
  };
  return { certificate: signCertificate(fields, nca.privateKey, random), privateKey: key };
}
