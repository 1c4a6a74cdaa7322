import { readDer } from '../../lib/eds/der.ts';
import { signedData } from '../../lib/signing/signed-data.ts';
import { sequence } from '../../lib/signing/der-writer.ts';
import { readIssued } from '../../lib/signing/issued.ts';
import { signerInfo } from '../../lib/signing/signer-info.ts';
import { tstInfo } from '../../lib/local/authority/timestamp.ts';
import { mintCertificate } from './mint-certificate.ts';
import { mintCarried } from './mint-evidence.ts';
import type { Blueprint, SignerPlan, TimestampPlan } from './plans.ts';

export function mintSigner(
  plan: SignerPlan,
  certificate: Uint8Array,
  content: Uint8Array,
  unsignedAttributes: (signature: Uint8Array) => readonly Uint8Array[] = () => [],
): Uint8Array {
  const digest = plan.key.digest(content);
  const info = signerInfo({
    signer: { certificate: plan.named ?? certificate, privateKey: plan.key },
    content,
    signedAttributes: [...plan.attributes.values()].map((make) => make({ digest, certificate })),
    unsignedAttributes,
    namedBy: plan.namedBy,
  });
  return plan.edit ? plan.edit(info) : info;
}

export function mintTimestamp(blueprint: Blueprint, plan: TimestampPlan, signature: Uint8Array): Uint8Array {
  const certificate = mintCertificate(plan.authority ?? blueprint.tsa);
  const { serial } = readIssued(certificate);
  const info = readDer(tstInfo({ ...plan, serial, imprint: plan.imprint(signature) }));
  const content = sequence(...info.children.map(({ raw }) => raw), ...plan.more);
  return signedData({
    version: 3,
    digestAlgorithms: [plan.key.digestAlgorithm],
    contentType: plan.contentType,
    content,
    certificates: plan.withCertificate ? [certificate] : [],
    signerInfos: [
      mintSigner(plan, certificate, content, () => [
        ...(plan.carried ? mintCarried(blueprint, plan.carried) : []),
        ...(plan.moreUnsigned ?? []),
      ]),
    ],
  });
}
