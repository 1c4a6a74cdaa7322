import { verifySignature } from '../algorithms.ts';
import { checkRevocation } from '../crl/check-revocation.ts';
import { sameName } from '../name.ts';
import { buildPaths } from '../path/build-paths.ts';
import type { Check, CheckStatus } from '../report.ts';
import type { Certificate } from '../x509/certificate.ts';
import { check } from './check.ts';
import type { Context } from './context.ts';

export interface PathFindings {
  readonly checks: readonly Check[];
  readonly tryAgainAfter?: Date;
}

/** RFC 5280 section 6 for a certificate at `time`: the path to a pinned anchor and the revocation of everything on it. */
export function checkCertificate(leaf: Certificate, context: Context, time: Date): PathFindings {
  let first: PathFindings | undefined;
  for (const path of buildPaths(leaf, context.certificates, context.anchors)) {
    const found = checkOnePath(path, context, time);
    if (found.checks.every(({ status }) => status === 'passed')) return found;
    first ??= found;
  }
  return first ?? { checks: [check('path-found', 'failed', { subject: leaf.fingerprint })] };
}

function checkOnePath(path: readonly Certificate[], context: Context, time: Date): PathFindings {
  const checks: Check[] = [check('path-found', 'passed')];
  let again: Date | undefined;
  for (let i = 1; i < path.length; i++) {
    const certificate = path[i]!;
    const issuer = path[i - 1]!;
    const subject = certificate.fingerprint;
    const is = (holds: boolean): CheckStatus => (holds ? 'passed' : 'failed');
    const key = issuer.publicKey.der;
    checks.push(
      check(
        'certificate-signature',
        is(verifySignature(certificate.signatureAlgorithm, key, certificate.tbs, certificate.signature) === 'valid'),
        { subject },
      ),
    );
    checks.push(
      check('certificate-validity', is(certificate.notBefore <= time && time <= certificate.notAfter), { subject }),
    );
    checks.push(check('certificate-issuer-name', is(sameName(certificate.issuer, issuer.subject)), { subject }));
    checks.push(check('critical-extensions-known', is(certificate.unknownCritical.length === 0), { subject }));
    if (i < path.length - 1) {
      const { basicConstraints, keyUsage } = certificate.extensions;
      checks.push(check('issuer-is-authority', is(basicConstraints?.ca === true), { subject }));
      checks.push(
        check('issuer-may-sign-certificates', is(keyUsage === undefined || keyUsage.has('keyCertSign')), { subject }),
      );
    }
    const status = checkRevocation({
      certificate,
      crls: context.crls,
      at: time,
      now: context.at,
      listAfterIssue: true,
      findSigner: (crl) => {
        if (!sameName(crl.issuer, issuer.subject)) return { problem: 'crl-signer-missing' };
        if (issuer.extensions.keyUsage?.has('cRLSign') === false) return { problem: 'crl-signer-key-usage' };
        const answer = verifySignature(crl.signatureAlgorithm, key, crl.tbs, crl.signature);
        return answer === 'valid'
          ? { key }
          : { problem: answer === 'invalid' ? 'crl-signature' : 'crl-signature-unsupported' };
      },
      isSignedBy: (crl, by) => verifySignature(crl.signatureAlgorithm, by, crl.tbs, crl.signature) === 'valid',
    });
    if (status.status === 'undetermined') {
      checks.push(check('certificate-not-revoked', 'indeterminate', { subject, detail: { problem: status.code } }));
      again = status.tryAgainAfter;
    } else if (status.status === 'revoked') {
      checks.push(check('certificate-not-revoked', 'failed', { subject, detail: { problem: 'certificate-revoked' } }));
    } else checks.push(check('certificate-not-revoked', 'passed', { subject }));
  }
  return { checks, ...(again && { tryAgainAfter: again }) };
}
