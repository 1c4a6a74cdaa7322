import { beforeAll, describe, expect, it } from '@jest/globals';
import { EdsCache, verifyEds, type EdsInput } from '../../../../lib/eds/verify.ts';
import { implicit, sequence, tagged } from '../../../../lib/signing/der-writer.ts';
import { extension } from '../../../../lib/local/authority/extension.ts';
import { listOf, withDelta } from '../../../mint/additions.ts';
import { at, day, makeBlueprint } from '../../../mint/blueprint.ts';
import { mint } from '../../../mint/mint.ts';
import { makeWorld } from '../../../mint/world.ts';

/** freshestCRL (RFC 5280 5.2.6). */
const promise = extension('2.5.29.46', sequence(sequence(tagged(0, tagged(0, implicit(6, Buffer.from('http://x')))))));

let input: EdsInput;
/** The root's list, the authority's list, and the delta that revokes. */
let lists: readonly Uint8Array[];
beforeAll(async () => {
  const blueprint = makeBlueprint(await makeWorld('ecdsa'));
  withDelta(blueprint).revoked = [{ serial: blueprint.person.serial, at: at(-day), reason: 'keyCompromise' }];
  listOf(blueprint).more.push(promise);
  input = { ...mint(blueprint), cache: new EdsCache() };
  lists = input.crls;
});

const verdictWith = (delta: Uint8Array): string => verifyEds({ ...input, crls: [...lists.slice(0, 2), delta] }).verdict;

describe('a revoking delta that the complete list promises', () => {
  it('fails the signature', () => {
    expect(verdictWith(lists[2]!)).toBe('failed');
  });

  it('with any changed octet leaves the signature failed or indeterminate', () => {
    const delta = lists[2]!;
    const verdicts = [...delta].flatMap((octet, place) =>
      [1, 0x80, 0xff].map((bits) => verdictWith(delta.with(place, octet ^ bits))),
    );
    expect(verdicts).toHaveLength(3 * delta.length);
    expect(verdicts.filter((verdict) => verdict === 'passed')).toEqual([]);
  });
});
