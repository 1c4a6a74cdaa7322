import { beforeAll, describe, expect, it } from '@jest/globals';
import { describeReport } from '../../../../lib/eds/report-text.ts';
import { verifyEds } from '../../../../lib/eds/verify.ts';
import { integer, sequence } from '../../../../lib/signing/der-writer.ts';
import { attribute } from '../../../../lib/signing/signer-info.ts';
import { makeBlueprint } from '../../../mint/blueprint.ts';
import { mint } from '../../../mint/mint.ts';
import { makeWorld, type World } from '../../../mint/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld('ecdsa');
});

const broken = sequence(integer(1));

/** The report of a signature with these attributes, whose values are broken, besides its own. */
function report(signed: readonly string[], unsigned: readonly string[]) {
  const blueprint = makeBlueprint(world);
  signed.forEach((oid, place) =>
    blueprint.cms.attributes.set(`${place}`, () => attribute(oid, sequence(integer(place)))),
  );
  blueprint.cms.moreUnsigned = () => unsigned.map((oid) => attribute(oid, broken));
  return verifyEds(mint(blueprint));
}

describe('what is never checked here', () => {
  it.each([
    ['counter-signature', '1.2.840.113549.1.9.6'],
    ['older-archive-timestamp', '1.2.840.113549.1.9.16.2.27'],
    ['older-archive-timestamp', '1.2.840.113549.1.9.16.2.48'],
    ['older-archive-timestamp', '0.4.0.1733.2.2'],
    ['evidence-record', '1.2.840.113549.1.9.16.2.49'],
    ['evidence-record', '1.2.840.113549.1.9.16.2.50'],
    ['validation-data-timestamp', '1.2.840.113549.1.9.16.2.25'],
    ['validation-data-timestamp', '1.2.840.113549.1.9.16.2.26'],
  ])('is named in the report and decides nothing: %s, %s', (code, oid) => {
    const { verdict, signers } = report([], [oid, oid]);
    expect(verdict).toBe('passed');
    expect(signers[0]?.checks).toContainEqual(
      expect.objectContaining({ code, status: 'not-checked', detail: { number: 2 } }),
    );
  });

  it('is counted by kind, each value once, beside attributes that are checked', () => {
    const { signers } = report([], ['1.2.840.113549.1.9.6', '1.2.840.113549.1.9.16.2.27', '1.2.3.4']);
    const found = signers[0]!.checks.filter(({ status }) => status === 'not-checked');
    expect(found.map(({ code, detail }) => [code, detail])).toEqual([
      ['counter-signature', { number: 1 }],
      ['older-archive-timestamp', { number: 1 }],
    ]);
  });

  it('is described in words, and absent if there is nothing', () => {
    expect(describeReport(report([], ['1.2.840.113549.1.9.6']), 'ru')).toContain(
      '! Заверяющая подпись: не проверялось',
    );
    expect(describeReport(report([], []), 'ru')).not.toContain('не проверялось');
  });
});
