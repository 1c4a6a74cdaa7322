import { Budget, BudgetExhausted } from '../budget.ts';
import type { SignedData } from '../cms/signed-data.ts';
import { findSignerCertificates } from '../cms/signer-certificate.ts';
import { findPath, type CertificationPath } from '../path/build-paths.ts';
import type { EdsInput } from '../verify.ts';
import { Work } from '../work.ts';
import type { Certificate } from '../x509/certificate.ts';
import { anchorsFor, makeContext, type Context } from './context.ts';
import { openSignature } from './open-signature.ts';

/** A certificate and its issuer: the subject of an OCSP request. */
export interface OcspSubject {
  readonly certificate: Certificate;
  readonly issuer: Certificate;
}

const mostPathsTried = 4;
/** Signers are few and paths are short; beyond this, the lists decide. */
const mostSubjects = 16;
/**
 * A server's cache keeps what is verified here for the whole verification. If a signature needs more, no responder is
 * asked, and the lists decide.
 */
const mostMicroseconds = 40_000;

/**
 * The certificates about which a responder may be asked before `input` is verified: the signers' and the intermediates
 * above them, as far as signatures lead down to them from a pinned anchor. So nobody can make a server ask about
 * certificates that they made themselves. Empty if the input cannot be read.
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

/** The same for one certificate, before it is verified. */
export function findCertificateSubjects(
  certificate: Certificate,
  { at, profile, certificates, cache }: Pick<EdsInput, 'at' | 'profile' | 'certificates' | 'cache'>,
): readonly OcspSubject[] {
  try {
    const work = new Work(new Budget(mostMicroseconds), cache);
    const path = signedPath(certificate, makeContext(at, profile, { certificates, crls: [], ocsps: [] }, work));
    return path === undefined ? [] : subjectsOf([path]);
  } catch (error) {
    // The lists decide.
    if (error instanceof BudgetExhausted) return [];
    throw error;
  }
}

const findSubjects = (signedData: SignedData, context: Context): readonly OcspSubject[] =>
  subjectsOf(signersPaths(signedData, context));

function subjectsOf(paths: readonly CertificationPath[]): readonly OcspSubject[] {
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

/** The first likely path on which the certificate above has signed every certificate. */
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
