import type { CertificateDescription } from '../../lib/signing/describe-certificate.ts';
import type { SigningProblem } from './problem.ts';
import type { Who } from './way.ts';

type Described = Pick<CertificateDescription, 'iin' | 'bin' | 'kind' | 'roles' | 'uses' | 'notBefore' | 'notAfter'>;

/**
 * Whether this key is worth signing with: it must be theirs, for this purpose, and valid today. The server decides;
 * this saves people from a signature that it would refuse.
 */
export function checkKey(described: Described, who: Who, now: Date): SigningProblem | undefined {
  const { iin, uses, notBefore, notAfter } = described;
  if (who.iin !== undefined && iin !== who.iin) return { problem: 'other-person' };
  if (!uses.includes(who.purpose)) return { problem: uses.length > 0 ? 'authentication-key' : 'unfit-key' };
  if (now > notAfter) return { problem: 'expired', date: notAfter };
  if (now < notBefore) return { problem: 'not-yet-valid', date: notBefore };
  return who.organisation === undefined ? undefined : checkOwner(described, who.organisation);
}

/** An organisation's request is signed with the key of its head or of somebody with the right to sign, a person's own with a person's. */
function checkOwner({ kind, bin, roles }: Described, organisation: string | false): SigningProblem | undefined {
  if (organisation === false) return kind === 'individual' ? undefined : { problem: 'organisation-key' };
  const isHead = roles.includes('first-head') || roles.includes('right-to-sign');
  return bin === organisation && isHead ? undefined : { problem: 'not-its-head' };
}
