import { readArchivable, archiveAttribute } from '../../lib/eds/extend/archive.ts';
import { readSignatures } from '../../lib/eds/extend/read-signatures.ts';
import { splice, spliceEvidence } from '../../lib/eds/extend/splice.ts';
import { contentMessage } from '../../lib/eds/message.ts';
import { verifyEds, type EdsInput } from '../../lib/eds/verify.ts';
import { issueTimestampAuthority, type IssueOptions } from '../../lib/local/authority/issuer.ts';
import { signTimestamp } from '../../lib/local/authority/timestamp.ts';
import type { Signer } from '../../lib/signing/signer-info.ts';
import type { Scene } from './scene.ts';

const policy = '1.2.398.3.3.2.6.2';
const addresses = { crl: 'http://demo-authority.localhost/list.crl' };
const day = 86_400_000;

interface Parts {
  /** A signature that passes, and what it passes with. */
  readonly input: EdsInput;
  readonly authority: Signer;
  /** Whom nobody trusts. */
  readonly stranger: Signer;
  readonly options: IssueOptions;
}

/**
 * A signature whose timestamp has ended: with an archive timestamp that prolongs it, with one by a stranger, and, as a document of its own,
 * the attribute with one that came too late.
 */
export async function makeArchivedScenes({ input, authority, stranger, options }: Parts): Promise<readonly Scene[]> {
  const before = (days: number) => new Date(input.at.getTime() - days * day);
  const issue = (issuer: Signer, name: string, notAfter = options.notAfter) =>
    issueTimestampAuthority(issuer, name, addresses, { ...options, notAfter });
  const stamp = (signer: Signer, genTime: Date, imprint: { algorithm: Uint8Array; digest: Uint8Array }) =>
    signTimestamp({ signer, genTime, policy, imprint, serial: Uint8Array.of(7), random: options.random });
  const first = await issue(authority, 'Fuzzed First', before(3));
  const second = await issue(authority, 'Fuzzed Second');
  const timestamp = stamp(first, before(6), readSignatures(input.cms)[0]!);
  const stamped = spliceEvidence(input.cms, [], [{ timestamp, crls: [], ocsps: [] }]);
  const [archivable] = readArchivable(stamped, contentMessage(input.content!));
  const archive = (signer: Signer, genTime: Date) =>
    archiveAttribute({ token: stamp(signer, genTime, archivable!), index: archivable!.index });
  const add = (archived: Uint8Array) => splice(stamped, { attributes: [[archived]] });

  const judge = (cms: Uint8Array) => verifyEds({ ...input, cms });
  const scene = (name: string, bytes: Uint8Array, place = (mutant: Uint8Array) => mutant): Scene => {
    const { verdict, signers } = judge(place(bytes));
    return {
      ...{ name, kind: 'cms', bytes, before: verdict },
      verdict: (mutant) => {
        const report = judge(place(mutant));
        const same = report.signers.every(({ certificate }) => certificate === signers[0]?.certificate);
        return report.verdict === 'passed' && same && verdict === 'passed' ? 'same' : report.verdict;
      },
    };
  };
  const foreign = await issue(stranger, 'Fuzzed Stranger');
  return [
    scene('signature with an archive timestamp', add(archive(second, before(4)))),
    scene('signature with an archive timestamp by a stranger', add(archive(foreign, before(4)))),
    scene('archive timestamp that came too late', archive(second, before(1)), add),
  ];
}
