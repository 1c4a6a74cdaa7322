import { signedData } from '../../lib/signing/signed-data.ts';
import { indefinite } from '../../lib/local/authority/indefinite.ts';
import { signatureTimestamp } from '../../lib/signing/signer-info.ts';
import { addArchive } from './mint-archive.ts';
import { mintCertificate } from './mint-certificate.ts';
import { mintCarried } from './mint-evidence.ts';
import { mintSigner, mintTimestamp } from './mint-timestamp.ts';
import type { Blueprint } from './plans.ts';

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
  const archived = blueprint.archives.reduce<Uint8Array>(
    (before, archive) => addArchive(blueprint, archive, before),
    cms,
  );
  const written = plan.ber ? indefinite(archived) : archived;
  return plan.editCms ? plan.editCms(written) : written;
}
