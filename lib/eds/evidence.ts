import { attempt } from './attempt.ts';
import { parseSignedData, type SignedData } from './cms/signed-data.ts';
import { findSignerCertificates } from './cms/signer-certificate.ts';
import { cmsOids } from './cms/oids.ts';
import { readRevocationValues } from './cms/revocation-values.ts';
import { parseOcspResponse } from './ocsp/response.ts';
import { EdsCache } from './path/cache.ts';
import { parseTimestampToken } from './tsp/timestamp-token.ts';
import type { EdsInput } from './verify.ts';
import { reachableByName } from './verify/reachable.ts';

/**
 * The part of an input that its report rests on: certificates and lists that no name leads to from a signer, a timestamp authority or a responder are
 * left out. `verifyEds` gives the same report for it, byte for byte, whenever and wherever it is asked again.
 */
export function collectEvidence(input: EdsInput): EdsInput {
  const cache = input.cache ?? new EdsCache();
  const signedData = attempt(() => parseSignedData(input.cms));
  const { cache: _, ...kept } = input;
  if (signedData === undefined) return { ...kept, certificates: [], crls: [], ocsps: [] };
  const certificates = input.certificates.flatMap((der) => attempt(() => cache.certificate(der)) ?? []);
  const crls = input.crls.flatMap((der) => attempt(() => cache.crl(der)) ?? []);
  const brought = broughtCertificates(signedData, input.ocsps ?? []).flatMap(
    (der) => attempt(() => cache.certificate(der)) ?? [],
  );
  const named = signedData.signers.flatMap(({ sid }) => findSignerCertificates(sid, certificates));
  const reachable = reachableByName([...brought, ...named], certificates, crls);
  return {
    ...kept,
    certificates: reachable.certificates.map(({ der }) => der),
    crls: reachable.crls.map(({ der }) => der),
  };
}

/** The certificates that came with the signature, its timestamps and the OCSP answers. */
function broughtCertificates(signedData: SignedData, ocsps: readonly Uint8Array[]): readonly Uint8Array[] {
  const attributes = signedData.signers.flatMap(({ unsignedAttributes }) => unsignedAttributes);
  const tokens = attributes
    .filter(({ oid }) => oid === cmsOids.signatureTimestamp)
    .flatMap(({ values }) => values.flatMap(({ raw }) => attempt(() => parseTimestampToken(raw)) ?? []));
  const values = readRevocationValues(attributes.filter(({ oid }) => oid === cmsOids.revocationValues));
  const answers = [
    ...ocsps,
    ...signedData.ocsps,
    ...values.ocsps,
    ...tokens.flatMap((token) => token.signedData.ocsps),
  ];
  return [
    ...signedData.certificates,
    ...tokens.flatMap((token) => token.signedData.certificates),
    ...answers.flatMap((der) => attempt(() => parseOcspResponse(der))?.certificates ?? []),
  ];
}
