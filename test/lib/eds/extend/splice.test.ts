import { beforeAll, describe, expect, it } from '@jest/globals';
import { readArchivable, spliceArchiveTimestamps } from '../../../../lib/eds/extend/archive.ts';
import { openSignerInfos, splice } from '../../../../lib/eds/extend/splice.ts';
import { contentMessage } from '../../../../lib/eds/message.ts';
import { EdsRefusal } from '../../../../lib/eds/refusal.ts';
import { verifyEds, type EdsInput } from '../../../../lib/eds/verify.ts';
import { signTimestamp } from '../../../../lib/local/authority/timestamp.ts';
import { octetString } from '../../../../lib/signing/der-writer.ts';
import { attribute } from '../../../../lib/signing/signer-info.ts';
import { coSigned } from '../../../mint/additions.ts';
import { at, makeBlueprint, minute } from '../../../mint/blueprint.ts';
import { mintCertificate } from '../../../mint/mint-certificate.ts';
import { mint } from '../../../mint/mint.ts';
import type { Blueprint } from '../../../mint/plans.ts';
import { makeWorld } from '../../../mint/world.ts';

let blueprint: Blueprint;
let input: EdsInput;
beforeAll(async () => {
  blueprint = makeBlueprint(await makeWorld('ecdsa'));
  coSigned(blueprint);
  input = mint(blueprint);
});

const signatures = (cms: Uint8Array) =>
  openSignerInfos(cms).map(({ signature }) => Buffer.from(signature.raw).toString('hex'));
const verdictOf = (cms: Uint8Array) => verifyEds({ ...input, cms }).verdict;

describe('adding to a signature of two', () => {
  it('leaves each in its place, however much one of them grows', () => {
    const large = attribute('1.2.3.4', octetString(new Uint8Array(70_000)));
    for (const attributes of [[[large]], [undefined, [large]]]) {
      const cms = splice(input.cms, { attributes });
      expect(signatures(cms)).toEqual(signatures(input.cms));
      expect(verdictOf(cms)).toBe('passed');
    }
  });

  it('gives each an archive timestamp of its own', () => {
    const tsa = { certificate: mintCertificate(blueprint.tsa), privateKey: blueprint.tsa.key };
    const tokens = readArchivable(input.cms, contentMessage(blueprint.content)).map(({ algorithm, digest, index }) => ({
      index,
      token: signTimestamp({
        ...{ signer: tsa, genTime: at(-minute), policy: '1.2.398.3.3.2.6.2', serial: Uint8Array.of(1) },
        imprint: { algorithm, digest },
      }),
    }));
    const found = (cms: Uint8Array) =>
      verifyEds({ ...input, cms }).signers.map(
        ({ checks }) => checks.find(({ code }) => code === 'archive-timestamp')?.status,
      );
    expect(found(spliceArchiveTimestamps(input.cms, tokens))).toEqual(['passed', 'passed']);
    expect(found(spliceArchiveTimestamps(input.cms, tokens.toReversed()))).toEqual(['failed', 'failed']);
  });

  it('adds what is there already to no set, and refuses what is no signature', () => {
    const [certificate] = input.certificates;
    const once = splice(input.cms, { certificates: [certificate!], crls: input.crls });
    expect(splice(once, { certificates: [certificate!], crls: input.crls })).toEqual(once);
    expect(() => splice(certificate!, {})).toThrow(EdsRefusal);
  });
});
