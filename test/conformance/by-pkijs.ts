import { createHash } from 'node:crypto';
import * as pkijs from 'pkijs';
import type { Judge } from './judge.ts';
import { pkitsAt } from './pkits.ts';

const buffer = (der: Uint8Array): ArrayBuffer => Uint8Array.from(der).buffer;
const readCertificate = (der: Uint8Array) => pkijs.Certificate.fromBER(buffer(der));
const readList = (der: Uint8Array) => pkijs.CertificateRevocationList.fromBER(buffer(der));

/** What throws is not accepted. */
async function accepts(verify: () => Promise<boolean>): Promise<boolean> {
  try {
    return await verify();
  } catch {
    return false;
  }
}

/** The library pkijs, with lists required. For a CMS it gets the certificates and lists inside it, where it looks for them. */
export const byPkijs: Judge = {
  name: 'pkijs',
  acceptsPath: (given) =>
    accepts(async () => {
      const [anchor, ...others] = given.certificates.map(readCertificate);
      const engine = new pkijs.CertificateChainValidationEngine({
        trustedCerts: [anchor!],
        certs: others,
        crls: given.crls.map(readList),
        checkDate: new Date(pkitsAt),
      });
      const { result } = await engine.verify({
        ...(given.initialPolicySet.length > 0 && { initialPolicySet: [...given.initialPolicySet] }),
        initialExplicitPolicy: given.initialExplicitPolicy,
        initialPolicyMappingInhibit: given.initialPolicyMappingInhibit,
        initialInhibitPolicy: given.initialInhibitAnyPolicy,
        passedWhenNotRevValues: false,
      });
      return result;
    }),
  acceptsCms: (given) =>
    accepts(async () => {
      const pinned = new Set(given.profile.anchors.map(({ fingerprint }) => fingerprint));
      const isPinned = (der: Uint8Array) => pinned.has(createHash('sha256').update(der).digest('hex'));
      const signedData = new pkijs.SignedData({ schema: pkijs.ContentInfo.fromBER(buffer(given.cms)).content });
      signedData.certificates = [...(signedData.certificates ?? []), ...given.certificates.map(readCertificate)];
      signedData.crls = [...(signedData.crls ?? []), ...given.crls.map(readList)];
      const verified = signedData.signerInfos.map((_, signer) =>
        signedData.verify({
          signer,
          ...(given.content && { data: buffer(given.content) }),
          trustedCerts: given.certificates.filter(isPinned).map(readCertificate),
          checkChain: true,
          checkDate: given.at,
          passedWhenNotRevValues: false,
        }),
      );
      const all = await Promise.all(verified);
      return all.length > 0 && all.every(Boolean);
    }),
};
