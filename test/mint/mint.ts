import { createHash } from 'node:crypto';
import type { EdsInput } from '../../lib/eds/verify.ts';
import { mintCertificate } from './mint-certificate.ts';
import { mintCms } from './mint-cms.ts';
import { mintCrl, mintOcsp } from './mint-evidence.ts';
import type { Blueprint } from './plans.ts';

const fingerprint = (certificate: Uint8Array): string => createHash('sha256').update(certificate).digest('hex');

/** Makes everything in the blueprint, as `verifyEds` takes it. */
export function mint(blueprint: Blueprint): EdsInput {
  const { nca, sub, person, others, givenContent, pinned } = blueprint;
  const root = mintCertificate(blueprint.root);
  const intermediates = [nca, ...(sub ? [sub] : [])].map(mintCertificate);
  const anchors = { root: [root], person: [mintCertificate(person)], nobody: [] }[pinned];
  const { rootCrl, ncaCrl, deltaCrl, subCrl, otherCrl, moreCrls, ocsp, moreOcsps } = blueprint;
  const lists = [rootCrl, ncaCrl, deltaCrl, subCrl, otherCrl, ...moreCrls].filter((plan) => plan !== undefined);
  return {
    cms: mintCms(blueprint),
    at: blueprint.now,
    profile: {
      ...blueprint.profile,
      anchors: anchors.map((der) => ({ fingerprint: fingerprint(der), purposes: blueprint.pinnedFor })),
    },
    certificates: [root, ...(blueprint.knowsIntermediates ? intermediates : []), ...others.map(mintCertificate)],
    crls: lists.map(mintCrl),
    ocsps: [...(ocsp ? [ocsp] : []), ...moreOcsps].map((plan) => mintOcsp(blueprint, plan)),
    expected: blueprint.expected,
    ...(givenContent && { content: givenContent }),
  };
}
