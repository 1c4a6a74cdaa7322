import { createHash } from 'node:crypto';
import { signCms, type SignCmsOptions } from '../../../../lib/local/authority/cms.ts';
import { signCrl, type Revocation } from '../../../../lib/local/authority/crl.ts';
import { readIssued } from '../../../../lib/signing/issued.ts';
import { identifierOf, issueIntermediate, issuePerson, issueRoot } from '../../../../lib/local/authority/issuer.ts';
import type { Addresses, PersonRole } from '../../../../lib/local/authority/profile.ts';
import { demoBin } from '../../../../lib/local/demo/demo-number.ts';
import { systemRandom } from '../../../../lib/signing/random.ts';
import type { Signer } from '../../../../lib/signing/signer-info.ts';
import { start } from '../identity/people.ts';

const day = 86_400_000;
const addresses: Addresses = { crl: 'http://authority.test/nca.crl' };
const options = {
  notBefore: new Date(start.getTime() - 30 * day),
  notAfter: new Date(start.getTime() + 300 * day),
  random: systemRandom,
};

/** The BIN of every office, for `binOf`. */
const officeBin = demoBin(1);
export const binOf = async () => officeBin;

/** The test's own root and intermediate, on P-256 because its keys are made at once. */
export async function makeAuthority() {
  const root = await issueRoot('ecdsa', 'TEST ROOT', options);
  const nca = await issueIntermediate(root, 'TEST NCA', addresses, options);
  return {
    root,
    nca,
    anchor: createHash('sha256').update(root.certificate).digest('hex'),
    issue: (
      iin: string,
      purpose: 'signature' | 'authentication' = 'authentication',
      role: PersonRole = 'individual',
      bin = officeBin,
    ) =>
      issuePerson(nca, {
        ...options,
        person: {
          ...{ surname: 'Ахметова', firstName: 'Сауле', iin },
          ...(role !== 'individual' && { organisation: { name: 'СЫНАҚ', bin } }),
        },
        role,
        purpose,
        addresses,
      }),
    crls: (at = start, revoked: readonly Revocation[] = []) => [list(root, at, []), list(nca, at, revoked)] as const,
  };
}
export type TestAuthority = Awaited<ReturnType<typeof makeAuthority>>;

let number = 0;

/** A list that is valid for a week from `at`. */
export const list = (issuer: Signer, at: Date, revoked: readonly Revocation[]) =>
  signCrl(
    {
      issuer: readIssued(issuer.certificate).subject,
      issuerKeyIdentifier: identifierOf(issuer),
      thisUpdate: at,
      nextUpdate: new Date(at.getTime() + 7 * day),
      number: ++number,
      revoked,
    },
    issuer.privateKey,
  );

export const revoke = (signer: Signer, at: Date): Revocation => ({ serial: readIssued(signer.certificate).serial, at });

export const sign = (signer: Signer, content: Uint8Array, more: Partial<SignCmsOptions> = {}) =>
  signCms({ content, signer, detached: true, signingTime: start, ...more });

/** Variables of a function that trusts `anchor` and asks these responders. */
export const edsSettings = (anchor: string, profile = 'demo', ocspSources: readonly string[] = []) => ({
  TRUST_BUCKET: 'trust',
  EDS_PROFILE: profile,
  EDS_ANCHORS: [anchor],
  OCSP_SOURCES: ocspSources,
});
