import { readDer } from '../../lib/eds/der.ts';
import { signedData } from '../../lib/signing/signed-data.ts';
import { sequence } from '../../lib/signing/der-writer.ts';
import { indefinite } from '../../lib/local/authority/indefinite.ts';
import { readIssued } from '../../lib/signing/issued.ts';
import { signatureTimestamp, signerInfo } from '../../lib/signing/signer-info.ts';
import { tstInfo } from '../../lib/local/authority/timestamp.ts';
import { mintCertificate } from './mint-certificate.ts';
import { mintCarried } from './mint-evidence.ts';
import type { Blueprint, SignerPlan, TimestampPlan } from './plans.ts';

function mintSigner(
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
  const certificate = mintCertificate(blueprint.tsa);
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
      mintSigner(plan, certificate, content, () => (plan.carried ? mintCarried(blueprint, plan.carried) : [])),
    ],
  });
}

export function mintCms(blueprint: Blueprint): Uint8Array {
  const { cms: plan, timestamp, content } = blueprint;
  const { second } = plan;
  const certificate = mintCertificate(blueprint.person);
  const another = second && mintCertificate(second.certificate);
  const unsigned = (signature: Uint8Array): readonly Uint8Array[] => [
    ...(timestamp ? [signatureTimestamp(mintTimestamp(blueprint, timestamp, signature))] : []),
    ...(plan.carried ? mintCarried(blueprint, plan.carried) : []),
    ...(plan.moreUnsigned?.(signature) ?? []),
  ];
  const cms = signedData({
    version: plan.version,
    digestAlgorithms: [plan.key.digestAlgorithm],
    contentType: plan.contentType,
    ...(plan.attached && { content }),
    certificates: [...(plan.withCertificate ? [certificate] : []), ...(another ? [another] : [])],
    signerInfos: [
      ...(plan.signers === 0 ? [] : [mintSigner(plan, certificate, content, unsigned)]),
      ...(another ? [mintSigner(second.plan, another, content)] : []),
    ],
  });
  const written = plan.ber ? indefinite(cms) : cms;
  return plan.editCms ? plan.editCms(written) : written;
}
