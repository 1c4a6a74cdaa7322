import { signCertificate } from '../../lib/local/authority/certificate.ts';
import type { CertificatePlan } from './plans.ts';

export function mintCertificate(plan: CertificatePlan): Uint8Array {
  const fields = { ...plan, spki: plan.key.spki, extensions: [...plan.extensions.values()] };
  const certificate = signCertificate(fields, plan.signedBy);
  return plan.edit ? plan.edit(certificate) : certificate;
}
