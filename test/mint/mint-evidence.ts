import { signCrl } from '../../lib/local/authority/crl.ts';
import { sequence, tagged } from '../../lib/signing/der-writer.ts';
import { certIdOf, signOcsp, type OcspStatus, type SingleAnswer } from '../../lib/local/authority/ocsp.ts';
import { attribute } from '../../lib/signing/signer-info.ts';
import { mintCertificate } from './mint-certificate.ts';
import type { Blueprint, CarriedPlan, CrlPlan, Edit, OcspPlan } from './plans.ts';

const asIs: Edit = (der) => der;

export const mintCrl = (plan: CrlPlan): Uint8Array => (plan.edit ?? asIs)(signCrl(plan, plan.signedBy));

/** One answer about the person and, if there is a timestamp, its authority. */
export function mintOcsp(blueprint: Blueprint, plan: OcspPlan): Uint8Array {
  const { ocspResponder, nca, root, tsa, timestamp } = blueprint;
  const issuer = mintCertificate({ nca, root }[plan.issuer]);
  const { thisUpdate, nextUpdate, also = [], extensions, statusExtensions } = plan;
  const answer = (serial: Uint8Array, status: OcspStatus): SingleAnswer => ({
    certId: certIdOf(issuer, serial, plan.certIdDigest),
    status,
    thisUpdate,
    ...(nextUpdate && { nextUpdate }),
  });
  const response = signOcsp({
    responder: { certificate: mintCertificate(ocspResponder), privateKey: plan.signedBy },
    producedAt: plan.producedAt,
    answers: [
      { ...answer(plan.serial, plan.status), ...(statusExtensions && { more: statusExtensions }) },
      ...also.map((each) => ({ ...answer(plan.serial, each.status), thisUpdate: each.thisUpdate })),
      ...(timestamp && plan.withTimestamp !== false ? [answer(tsa.serial, 'good')] : []),
    ],
    extendedRevoke: plan.extendedRevoke,
    namedBy: plan.namedBy,
    ...(extensions && { more: extensions }),
    ...(!plan.withCertificate && { certificates: [] }),
  });
  return (plan.edit ?? asIs)(response);
}

/** certificate-values and revocation-values (RFC 5126 6.3.3, 6.3.4). */
export const mintCarried = (blueprint: Blueprint, { certificates, crls, ocsps }: CarriedPlan): Uint8Array[] => [
  attribute('1.2.840.113549.1.9.16.2.23', sequence(...certificates.map(mintCertificate))),
  attribute(
    '1.2.840.113549.1.9.16.2.24',
    sequence(
      tagged(0, sequence(...crls.map(mintCrl))),
      tagged(1, sequence(...ocsps.map((plan) => mintOcsp(blueprint, plan)))),
    ),
  ),
];
