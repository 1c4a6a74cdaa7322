import { unwrapArmour } from '../../lib/eds/armour.ts';
import { attempt } from '../../lib/eds/attempt.ts';
import { fromBase64 } from '../../lib/eds/bytes.ts';
import { findProfile } from '../../lib/eds/profiles/find-profile.ts';
import type { AnchorPurpose } from '../../lib/eds/profiles/pinned-anchor.ts';
import type { EdsReport, Proof } from '../../lib/eds/report.ts';
import { verifyEds } from '../../lib/eds/verify.ts';

/** The trust material for checking signatures, as `GET /eds/trust` gives it. */
export interface Trust {
  readonly profile: string;
  readonly anchors: readonly { readonly fingerprint: string; readonly purposes: readonly AnchorPurpose[] }[];
  readonly certificates: readonly string[];
  readonly crls: readonly string[];
}

/** What a person has of a document, and what the register says about its number. */
export interface Held {
  readonly pdf: Uint8Array<ArrayBuffer>;
  /** In any armour. */
  readonly cms: Uint8Array;
  readonly trust: Trust;
  /** When it was signed, if the file is the registered one: what ended later is no evidence against it. */
  readonly issuedAt?: Date | undefined;
  readonly now: Date;
}

/** The results for a signature over a file. Each has its sentence in `web/texts/own-file.ts`. */
export type SignatureVerdict =
  'holds' | 'not-cms' | 'other-content' | 'revoked' | 'unknown-authority' | 'not-in-time' | 'broken' | 'unsure';

export interface CheckedSignature {
  readonly verdict: SignatureVerdict;
  /** As the certificate says; only if the signature is valid. */
  readonly signer?: string;
  /** Until when it can be proved; only if it is valid. */
  readonly proof?: Proof | undefined;
  /** Codes of the checks that did not pass, for «Подробнее». */
  readonly codes: readonly string[];
}

/** SHA-256 in hexadecimal, as the register has it. */
export async function digestOf(file: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', file));
  return [...digest].map((octet) => octet.toString(16).padStart(2, '0')).join('');
}

/** Problems of a report → what they mean to the holder of the paper; the first that applies counts. */
const meanings: readonly (readonly [SignatureVerdict, readonly string[]])[] = [
  ['other-content', ['digest-differs', 'content-differs']],
  ['revoked', ['certificate-revoked', 'certificate-never-issued', 'key-distrusted']],
  ['unknown-authority', ['issuer-not-found', 'root-not-pinned', 'anchor-purpose']],
  ['not-in-time', ['certificate-expired', 'certificate-not-yet-valid']],
];

export const profileOf = ({ profile, anchors }: Trust) =>
  findProfile(
    profile,
    anchors.map(({ fingerprint, purposes }) => `${fingerprint}=${purposes.join('+')}`),
  );

/** Checks digest, CMS and chain with the server's core, on the visitor's device: nothing is sent anywhere. */
export function checkSignature({ pdf, cms, trust, issuedAt, now }: Held): CheckedSignature {
  const octets = attempt(() => unwrapArmour(cms));
  const profile = profileOf(trust);
  if (octets === undefined || profile === undefined) return { verdict: 'not-cms', codes: [] };
  const report = verifyEds({
    ...{ cms: octets, content: pdf, at: now, profile },
    ...(issuedAt && { receivedAt: issuedAt }),
    certificates: trust.certificates.map(fromBase64),
    crls: trust.crls.map(fromBase64),
    expected: { purpose: 'signature' },
  });
  return judge(report);
}

function judge(report: EdsReport): CheckedSignature {
  const checks = [...report.checks, ...report.signers.flatMap((signer) => signer.checks)].filter(
    ({ status }) => status === 'failed' || status === 'indeterminate',
  );
  const codes = [...new Set(checks.map(({ code, detail }) => `${code}: ${detail?.['problem'] ?? ''}`))];
  if (report.verdict === 'passed') {
    const [{ identity, proof } = {}] = report.signers;
    const signer = [identity?.commonName, identity?.organisation].filter(Boolean).join(', ');
    return { verdict: 'holds', signer, proof, codes };
  }
  if (checks.some(({ code }) => code === 'cms-form')) return { verdict: 'not-cms', codes };
  // An impostor with an authority's name signs certificates that the authority never signed.
  if (checks.some(({ code }) => code === 'certificate-signature')) return { verdict: 'unknown-authority', codes };
  const problems = new Set(checks.map(({ detail }) => detail?.['problem']));
  const [found] = meanings.filter(([, each]) => each.some((problem) => problems.has(problem)));
  return { verdict: found?.[0] ?? (report.verdict === 'failed' ? 'broken' : 'unsure'), codes };
}

/** A file that is not a PDF is taken as the signature. */
const pdfBegins = [0x25, 0x50, 0x44, 0x46, 0x2d];
export const isPdf = (file: Uint8Array): boolean => pdfBegins.every((octet, at) => file[at] === octet);
