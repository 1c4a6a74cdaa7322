import { setImmediate } from 'node:timers/promises';
import type { AskOcsp } from '../adapters/trust/fetch-ocsp.ts';
import type { TrustMaterial } from '../adapters/trust/trust-material.ts';
import { attempt } from '../eds/attempt.ts';
import { Budget } from '../eds/budget.ts';
import { hashContent } from '../eds/hash-content.ts';
import type { Profile } from '../eds/profiles/profile.ts';
import type { CertificateReport, EdsReport } from '../eds/report.ts';
import { findCertificateSubjects, findOcspSubjects } from '../eds/verify/ocsp-subjects.ts';
import { EdsCache, verifyEds, type EdsInput } from '../eds/verify.ts';
import { verifyCertificate, type CertificateInput } from '../eds/verify-certificate.ts';
import type { Certificate } from '../eds/x509/certificate.ts';

export interface ChecksNeeds {
  readonly profile: Profile;
  /** The trust material of now; rejects if there is none. */
  readonly material: (now: Date) => Promise<TrustMaterial>;
  readonly askOcsp: AskOcsp;
  readonly clock: () => Date;
}

/** What was found, and the certificates that may be in it. */
export interface SignatureChecked {
  readonly report: EdsReport;
  readonly certificates: readonly Uint8Array[];
  /** Whether a responder answered. */
  readonly answered: boolean;
}

export type CertificateAsked = Pick<CertificateInput, 'certificate' | 'signed'>;

/** The two checks of the service, both with the trust material of now and fresh answers of the responders. */
export interface Checks {
  readonly signature: (asked: Pick<EdsInput, 'cms' | 'content' | 'expected'>) => Promise<SignatureChecked>;
  /** One budget pays for all of them. */
  readonly certificates: (
    asked: readonly CertificateAsked[],
  ) => Promise<{ readonly reports: readonly CertificateReport[]; readonly answered: boolean }>;
  /** How many lists are in time and how many are not. */
  readonly standing: () => Promise<{ readonly current: number; readonly expired: number }>;
}

export function openChecks({ profile, material, askOcsp, clock }: ChecksNeeds): Checks {
  const cache = new EdsCache();
  const known = async () => {
    const at = clock();
    return { at, profile, cache, ...(await material(at)) };
  };
  return {
    async signature(asked) {
      const input = { ...asked, ...(await known()) };
      const contentDigests = await hashContent(input, setImmediate);
      const ocsps = await askOcsp(findOcspSubjects(input), input.at);
      const report = verifyEds({ ...input, contentDigests, ocsps, budget: new Budget() });
      return { report, certificates: input.certificates, answered: ocsps.length > 0 };
    },
    async certificates(asked) {
      const shared = await known();
      const subjects = asked.flatMap(({ certificate }) => findCertificateSubjects(certificate, shared));
      const ocsps = await askOcsp(unique(subjects).slice(0, mostSubjects), shared.at);
      const budget = new Budget();
      const reports = asked.map((each) => verifyCertificate({ ...each, ...shared, ocsps, budget }));
      return { reports, answered: ocsps.length > 0 };
    },
    async standing() {
      const { at, crls } = await known();
      const current = crls.filter((der) => isCurrent(cache, der, at)).length;
      return { current, expired: crls.length - current };
    },
  };
}

/** As many as of one signature. */
const mostSubjects = 16;

const unique = <S extends { readonly certificate: Certificate }>(subjects: readonly S[]): readonly S[] => [
  ...new Map(subjects.map((subject) => [subject.certificate.fingerprint, subject])).values(),
];

function isCurrent(cache: EdsCache, der: Uint8Array, at: Date): boolean {
  const list = attempt(() => cache.crl(der));
  return list !== undefined && (list.nextUpdate === undefined || list.nextUpdate >= at);
}
