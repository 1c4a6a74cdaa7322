import { verifySignature } from '../../eds/algorithms.ts';
import { attempt } from '../../eds/attempt.ts';
import { Budget } from '../../eds/budget.ts';
import { Message } from '../../eds/message.ts';
import type { PinnedAnchor } from '../../eds/profiles/pinned-anchor.ts';
import { parseCertificate, type Certificate } from '../../eds/x509/certificate.ts';

/**
 * The anchors that are pinned for signers, and below them what they issued, the anchors first. What else lies in the trust bucket
 * is left out: whoever gives these to another program as trusted trusts each of them.
 */
export function trustedCertificates(ders: readonly Uint8Array[], anchors: readonly PinnedAnchor[]): Certificate[] {
  const all = ders.flatMap((der) => attempt(() => parseCertificate(der)) ?? []);
  const pinned = new Set(
    anchors.filter(({ purposes }) => purposes.includes('persons')).map(({ fingerprint }) => fingerprint),
  );
  const trusted = all.filter(({ fingerprint }) => pinned.has(fingerprint));
  // It grows while it is walked: what one issued may have issued others.
  for (const issuer of trusted)
    trusted.push(...all.filter((each) => !trusted.includes(each) && isIssuedBy(each, issuer)));
  return trusted;
}

const isIssuedBy = ({ issuer, signatureAlgorithm, tbs, signature }: Certificate, above: Certificate): boolean =>
  above.extensions.basicConstraints?.ca === true &&
  issuer.canonical === above.subject.canonical &&
  verifySignature(signatureAlgorithm, above.publicKey.der, new Message(tbs), signature, Budget.unlimited()) === 'valid';
