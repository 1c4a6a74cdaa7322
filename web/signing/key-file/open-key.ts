import { describeCertificate, type CertificateDescription } from '../../../lib/signing/describe-certificate.ts';
import { openKeyFile } from '../../../lib/signing/pkcs12/open-key-file.ts';
import { KeyFileRefusal, type KeyFileReason } from '../../../lib/signing/pkcs12/refusal.ts';
import type { Signer } from '../../../lib/signing/signer-info.ts';
import type { PersonKey } from '../../../lib/signing/signing-key.ts';
import { checkKey } from '../check-key.ts';
import type { SigningProblem, SigningProblemCode } from '../problem.ts';
import type { Who } from '../way.ts';

/** A key that is theirs, for this purpose and valid today; with its owner and end, to be shown. */
export interface CheckedKey extends CertificateDescription {
  readonly signer: Signer<PersonKey>;
}

const problems = {
  'wrong-password': 'wrong-password',
  'not-key-file': 'not-key-file',
  'too-costly': 'key-file-unknown',
  unsupported: 'key-file-unknown',
  'no-key': 'not-key-file',
} as const satisfies Record<KeyFileReason, SigningProblemCode>;

/** Opens a key file in the page. Of several keys, returns the one that fits; otherwise what is wrong with the first. */
export async function openKey(
  file: Uint8Array,
  password: string,
  who: Who,
  now: Date,
): Promise<CheckedKey | SigningProblem> {
  let signers;
  try {
    ({ signers } = await openKeyFile(file, password));
  } catch (error) {
    if (!(error instanceof KeyFileRefusal)) throw error;
    return { problem: problems[error.reason], ...(error.detail !== undefined && { detail: error.detail }) };
  }
  let first: SigningProblem | undefined;
  for (const signer of signers) {
    const description = describeCertificate(signer.certificate);
    const problem = checkKey(description, who, now);
    if (problem === undefined) return { ...description, signer };
    first ??= problem;
  }
  return first ?? { problem: 'not-key-file' };
}

const day = 24 * 3600 * 1000;

/** Whole days until the key ends, if it ends within a month: then it is shown beside its owner. */
export const endsInDays = ({ notAfter }: Pick<CheckedKey, 'notAfter'>, now: Date): number | undefined => {
  const days = Math.floor((notAfter.getTime() - now.getTime()) / day);
  return days <= 30 ? days : undefined;
};
