import { createHash } from 'node:crypto';
import type { EdsInput } from '../../lib/eds/verify.ts';
import { signCrl } from '../../lib/local/authority/crl.ts';
import { certIdOf, signOcsp, type OcspStatus, type SingleAnswer } from '../../lib/local/authority/ocsp.ts';
import { mintCertificate } from './mint-certificate.ts';
import { mintCms } from './mint-cms.ts';
import type { Blueprint, CrlPlan, Edit } from './plans.ts';

const asIs: Edit = (der) => der;

const mintCrl = (plan: CrlPlan): Uint8Array => (plan.edit ?? asIs)(signCrl(plan, plan.signedBy));

/** One answer about the person and, where there is a timestamp, its authority. */
function mintOcsp(blueprint: Blueprint): Uint8Array[] {
  const { ocsp, ocspResponder, nca, root, tsa, timestamp } = blueprint;
  if (ocsp === undefined) return [];
  const issuer = mintCertificate({ nca, root }[ocsp.issuer]);
  const { thisUpdate, nextUpdate } = ocsp;
  const answer = (serial: Uint8Array, status: OcspStatus): SingleAnswer => ({
    certId: certIdOf(issuer, serial, ocsp.certIdDigest),
    status,
    thisUpdate,
    ...(nextUpdate && { nextUpdate }),
  });
  const response = signOcsp({
    responder: { certificate: mintCertificate(ocspResponder), privateKey: ocsp.signedBy },
    producedAt: ocsp.producedAt,
    answers: [answer(ocsp.serial, ocsp.status), ...(timestamp ? [answer(tsa.serial, 'good')] : [])],
    extendedRevoke: ocsp.extendedRevoke,
    namedBy: ocsp.namedBy,
    ...(!ocsp.withCertificate && { certificates: [] }),
  });
  return [(ocsp.edit ?? asIs)(response)];
}

const fingerprint = (certificate: Uint8Array): string => createHash('sha256').update(certificate).digest('hex');

/** Makes all that the blueprint says, as `verifyEds` takes it. */
export function mint(blueprint: Blueprint): EdsInput {
  const { nca, sub, person, others, givenContent, pinned } = blueprint;
  const root = mintCertificate(blueprint.root);
  const intermediates = [nca, ...(sub ? [sub] : [])].map(mintCertificate);
  const anchors = { root: [root], person: [mintCertificate(person)], nobody: [] }[pinned];
  const { rootCrl, ncaCrl, deltaCrl, subCrl, otherCrl } = blueprint;
  const lists = [rootCrl, ncaCrl, deltaCrl, subCrl, otherCrl].filter((plan) => plan !== undefined);
  return {
    cms: mintCms(blueprint),
    at: blueprint.now,
    profile: { ...blueprint.profile, anchors: anchors.map(fingerprint) },
    certificates: [root, ...(blueprint.knowsIntermediates ? intermediates : []), ...others.map(mintCertificate)],
    crls: lists.map(mintCrl),
    ocsps: mintOcsp(blueprint),
    expected: blueprint.expected,
    ...(givenContent && { content: givenContent }),
  };
}
