import { attempt } from '../attempt.ts';
import { Budget, BudgetExhausted } from '../budget.ts';
import { readCarriedEvidence } from '../cms/carried-evidence.ts';
import { parseSignedData, type SignedData } from '../cms/signed-data.ts';
import { findSignerCertificates } from '../cms/signer-certificate.ts';
import { buildPaths, type CertificationPath } from '../path/build-paths.ts';
import type { EdsInput } from '../verify.ts';
import type { Certificate } from '../x509/certificate.ts';
import { Work } from '../work.ts';
import { extendContext, makeContext, type Context } from './context.ts';

/** A certificate and who issued it: what an OCSP request is about. */
export interface OcspSubject {
  readonly certificate: Certificate;
  readonly issuer: Certificate;
}

const mostPathsTried = 4;
/** Signers are few and paths are short; what is beyond is left to the lists. */
const mostSubjects = 16;
/** Of the core’s time: whoever brings more than this is not asked about, and the lists decide. */
const mostMicroseconds = 20_000;

/**
 * About whom a responder may be asked before `input` is verified: the signers and the intermediates above them, as far as signatures lead from a
 * pinned anchor down to them, so that nobody makes a server ask about certificates of his own making. None for what cannot be read.
 */
export function findOcspSubjects(input: EdsInput): readonly OcspSubject[] {
  try {
    return findSubjects(input);
  } catch (error) {
    if (error instanceof BudgetExhausted) return [];
    throw error;
  }
}

function findSubjects(input: EdsInput): readonly OcspSubject[] {
  const signedData = attempt(() => parseSignedData(input.cms));
  if (signedData === undefined) return [];
  const given = { certificates: input.certificates, crls: [], ocsps: [] };
  const own = makeContext(input.at, input.profile, given, new Work(new Budget(mostMicroseconds), input.cache));
  const carried = signedData.signers.flatMap((signer) => readCarriedEvidence(signer.unsignedAttributes).certificates);
  const context = extendContext(own, { ...given, certificates: [...signedData.certificates, ...carried] });
  const paths = signersPaths(signedData, context);
  const subjects = paths.flatMap((path) =>
    path.flatMap((certificate, place) => {
      const issuer = path[place - 1];
      return issuer === undefined ? [] : { certificate, issuer };
    }),
  );
  const unique = new Map(subjects.map((subject) => [subject.certificate.fingerprint, subject]));
  return [...unique.values()].slice(0, mostSubjects);
}

const signersPaths = ({ signers }: SignedData, context: Context): readonly CertificationPath[] =>
  signers
    .flatMap(({ sid }) => findSignerCertificates(sid, context.certificates))
    .flatMap((certificate) => {
      const path = signedPath(certificate, context);
      return path === undefined ? [] : [path];
    });

/** The first of the likely paths on which every certificate bears the signature of the one above. */
function signedPath(target: Certificate, { certificates, anchors, work }: Context) {
  let tried = 0;
  for (const path of buildPaths(target, certificates, anchors)) {
    const holds = path.every((certificate, place) => {
      const above = path[place - 1];
      return above === undefined || work.signature(certificate, above.publicKey.der) === 'valid';
    });
    if (holds) return path;
    if (++tried === mostPathsTried) return undefined;
  }
  return undefined;
}
