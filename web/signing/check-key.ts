import type { CertificateDescription } from '../../lib/signing/describe-certificate.ts';
import type { SigningProblem } from './problem.ts';
import type { Who } from './way.ts';

type Described = Pick<CertificateDescription, 'iin' | 'uses' | 'notBefore' | 'notAfter'>;

/**
 * Whether this key is worth signing with: it must be theirs, for this purpose, and valid today. The server decides;
 * this saves people from a signature that it would refuse.
 */
export function checkKey(
  { iin, uses, notBefore, notAfter }: Described,
  who: Who,
  now: Date,
): SigningProblem | undefined {
  if (who.iin !== undefined && iin !== who.iin) return { problem: 'other-person' };
  if (!uses.includes(who.purpose)) return { problem: uses.length > 0 ? 'authentication-key' : 'unfit-key' };
  if (now > notAfter) return { problem: 'expired', date: notAfter };
  if (now < notBefore) return { problem: 'not-yet-valid', date: notBefore };
  return undefined;
}
