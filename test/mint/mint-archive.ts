import { readDer, type DerNode } from '../../lib/eds/der.ts';
import { joined, octetString, sequence, setOf, tagged } from '../../lib/signing/der-writer.ts';
import { attribute, retagged } from '../../lib/signing/signer-info.ts';
import { mintTimestamp } from './mint-timestamp.ts';
import type { ArchivePlan, Blueprint } from './plans.ts';

export const hashIndexOid = '0.4.0.19122.1.5';
export const archiveOid = '0.4.0.1733.2.4';

/**
 * Adds an archive timestamp to the first signer (EN 319 122-1 5.5.2, 5.5.3). Written from the standard, and with nothing of what checks
 * it.
 */
export function addArchive(blueprint: Blueprint, plan: ArchivePlan, cms: Uint8Array): Uint8Array {
  const [type, explicit] = readDer(cms).children;
  const fields = explicit!.children[0]!.children;
  const signers = fields.at(-1)!.children;
  const [signer, ...others] = signers;
  const own = signer!.children.filter(({ tag }) => tag !== 0xa1);
  const unsigned = signer!.children.find(({ tag }) => tag === 0xa1)?.children ?? [];
  const hash = plan.key.digest;
  const hashes = (elements: readonly Uint8Array[]) => sequence(...elements.map((each) => octetString(hash(each))));
  const rawOf = (tag: number) => fields.find((each) => each.tag === tag)?.children.map(({ raw }) => raw) ?? [];
  const parts = {
    algorithm: plan.key.digestAlgorithm,
    certificates: hashes(rawOf(0xa0)),
    revocations: hashes(rawOf(0xa1)),
    attributes: hashes(unsigned.flatMap(valuesOf)),
  };
  const { algorithm, certificates, revocations, attributes } = { ...parts, ...plan.editIndex?.(parts) };
  const index = sequence(algorithm, certificates, revocations, attributes);
  const [contentType] = fields[2]!.children;
  const stamped = joined([
    contentType!.raw,
    hash(plan.content ?? blueprint.content),
    ...own.map(({ raw }) => raw),
    index,
  ]);
  const token = mintTimestamp(
    blueprint,
    {
      ...plan,
      imprint: (octets) => ({ algorithm: plan.key.digestAlgorithm, digest: hash(octets) }),
      moreUnsigned: [attribute(plan.indexOid ?? hashIndexOid, index)],
    },
    stamped,
  );
  const added = attribute(archiveOid, token);
  const after = [...unsigned.map(({ raw }) => raw), added];
  const renewed = sequence(...own.map(({ raw }) => raw), retagged(0xa1, setOf(...after)));
  const all = setOf(renewed, ...others.map(({ raw }) => raw));
  return sequence(type!.raw, tagged(0, sequence(...fields.slice(0, -1).map(({ raw }) => raw), all)));
}

/** Each value after its attribute's type. */
const valuesOf = ({ children: [type, values] }: DerNode): Uint8Array[] =>
  values!.children.map(({ raw }) => joined([type!.raw, raw]));
