import { Budget, BudgetExhausted } from '../budget.ts';
import type { SignedData } from '../cms/signed-data.ts';
import { findSignerCertificates } from '../cms/signer-certificate.ts';
import { findPath, type CertificationPath } from '../path/build-paths.ts';
import type { EdsInput } from '../verify.ts';
import type { Certificate } from '../x509/certificate.ts';
import { anchorsFor, type Context } from './context.ts';
import { openSignature } from './open-signature.ts';

/** A certificate and who issued it: what an OCSP request is about. */
export interface OcspSubject {
  readonly certificate: Certificate;
  readonly issuer: Certificate;
}

const mostPathsTried = 4;
/** Signers are few and paths are short; what is beyond is left to the lists. */
const mostSubjects = 16;
/** What is verified here a server's cache knows when it verifies the whole. Whoever brings more is not asked about, and the lists decide. */
const mostMicroseconds = 40_000;

/**
 * About whom a responder may be asked before `input` is verified: the signers and the intermediates above them, as far as signatures lead from a
 * pinned anchor down to them, so that nobody makes a server ask about certificates of his own making. None for what cannot be read.
 */
export function findOcspSubjects(input: EdsInput): readonly OcspSubject[] {
  try {
    const opened = openSignature(input, new Budget(mostMicroseconds));
    return opened === undefined ? [] : findSubjects(opened.signedData, opened.context);
  } catch (error) {
    // The lists decide.
    if (error instanceof BudgetExhausted) return [];
    throw error;
  }
}

function findSubjects(signedData: SignedData, context: Context): readonly OcspSubject[] {
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
function signedPath(target: Certificate, context: Context): CertificationPath | undefined {
  const { certificates: candidates, work } = context;
  const anchors = anchorsFor(context, 'persons');
  return findPath({ target, candidates, anchors, budget: work.budget, most: mostPathsTried }, (path) => {
    const holds = path.every((certificate, place) => {
      const above = path[place - 1];
      return above === undefined || work.signature(certificate, above.publicKey.der) === 'valid';
    });
    return holds ? path : undefined;
  });
}
