import { attempt } from './attempt.ts';
import { Budget, BudgetExhausted } from './budget.ts';
import type { Attribute } from './cms/attributes.ts';
import { parseSignedData, type SignedData } from './cms/signed-data.ts';
import { findSignerCertificates } from './cms/signer-certificate.ts';
import { cmsOids } from './cms/oids.ts';
import { readCarriedEvidence } from './cms/carried-evidence.ts';
import { isNamedBy } from './ocsp/responder.ts';
import { parseOcspResponse, type OcspResponse } from './ocsp/response.ts';
import { parseTimestampToken } from './tsp/timestamp-token.ts';
import type { EdsInput } from './verify.ts';
import { Work } from './work.ts';
import { reachableByName } from './verify/reachable.ts';

/**
 * The part of an input on which its report rests. Certificates and lists to which no name leads from a signer, a
 * timestamp authority or a responder are left out. `verifyEds` gives the same report for it, byte for byte, whenever
 * and wherever it is asked again; if the verification was too expensive, only with the same `budget`.
 */
export function collectEvidence(input: EdsInput): EdsInput {
  const { cache: _, budget: __, contentDigests: ___, ...kept } = input;
  // A verification that was too expensive must be so again.
  if (input.budget?.exhausted === true) return kept;
  try {
    return selectEvidence(kept, new Work(new Budget(), input.cache));
  } catch (error) {
    // Input that is too expensive to search is kept whole.
    if (error instanceof BudgetExhausted) return kept;
    throw error;
  }
}

function selectEvidence(input: EdsInput, work: Work): EdsInput {
  const { cache, budget } = work;
  const signedData = attempt(() => parseSignedData(input.cms));
  if (signedData === undefined) return { ...input, certificates: [], crls: [], ocsps: [] };
  const certificates = readEach(input.certificates, (der) => cache.certificate(der));
  const crls = readEach(input.crls, (der) => cache.crl(der));
  const { documents, certificates: brought, answers } = broughtBy(signedData, input.ocsps ?? [], budget);
  const leaves = [
    ...brought.flatMap((der) => readPaid(der, (octets) => cache.brought(octets), budget) ?? []),
    ...documents.flatMap(({ signers }) => signers).flatMap(({ sid }) => findSignerCertificates(sid, certificates.read)),
    ...certificates.read.filter((certificate) =>
      answers.some(({ responderId }) => isNamedBy(responderId, certificate, work)),
    ),
  ];
  const reachable = reachableByName(leaves, certificates.read, crls.read, budget);
  return {
    ...input,
    certificates: certificates.kept(reachable.certificates),
    crls: crls.kept(reachable.crls),
  };
}

/** What cannot be read is kept unchanged: the report counts it. */
function readEach<T extends { readonly der: Uint8Array }>(ders: readonly Uint8Array[], read: (der: Uint8Array) => T) {
  const each = ders.map((der) => ({ der, value: attempt(() => read(der)) }));
  return {
    read: each.flatMap(({ value }) => value ?? []),
    kept: (wanted: readonly T[]): readonly Uint8Array[] => {
      const known = new Set(wanted);
      return each.filter(({ value }) => value === undefined || known.has(value)).map(({ der }) => der);
    },
  };
}

function readPaid<T>(der: Uint8Array, read: (octets: Uint8Array) => T, budget: Budget): T | undefined {
  budget.read(der.length);
  return attempt(() => read(der));
}

interface Brought {
  /** The signature and its timestamps. */
  readonly documents: readonly SignedData[];
  readonly certificates: readonly Uint8Array[];
  readonly answers: readonly OcspResponse[];
}

function broughtBy(signedData: SignedData, ocsps: readonly Uint8Array[], budget: Budget): Brought {
  const signed = signedData.signers.flatMap(({ signedAttributes = [] }) => signedAttributes);
  const tokens = [...attributesOf([signedData]), ...signed]
    .filter(({ oid }) => timestamps.includes(oid))
    .flatMap(({ values }) => values.flatMap(({ raw }) => readPaid(raw, parseTimestampToken, budget) ?? []));
  const documents = [signedData, ...tokens.map((token) => token.signedData)];
  const carriers = [...documents, readCarriedEvidence(attributesOf(documents))];
  const answers = [...ocsps, ...carriers.flatMap((carrier) => carrier.ocsps)].flatMap(
    (der) => readPaid(der, parseOcspResponse, budget) ?? [],
  );
  return { documents, certificates: [...carriers, ...answers].flatMap((carrier) => carrier.certificates), answers };
}

const timestamps: readonly string[] = [cmsOids.signatureTimestamp, cmsOids.archiveTimestamp, cmsOids.contentTimestamp];

const attributesOf = (documents: readonly SignedData[]): readonly Attribute[] =>
  documents.flatMap(({ signers }) => signers.flatMap(({ unsignedAttributes }) => unsignedAttributes));
