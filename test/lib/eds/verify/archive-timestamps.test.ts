import { describe, expect, it } from '@jest/globals';
import { Budget } from '../../../../lib/eds/budget.ts';
import { hashContent } from '../../../../lib/eds/hash-content.ts';
import { verifyEds } from '../../../../lib/eds/verify.ts';
import { mostArchiveTimestamps } from '../../../../lib/eds/verify/archive-timestamps.ts';
import { sequence, octetString } from '../../../../lib/signing/der-writer.ts';
import type { KeyFamily } from '../../../../lib/signing/signing-key.ts';
import { archived, stamped } from '../../../mint/additions.ts';
import { at, makeBlueprint, minute } from '../../../mint/blueprint.ts';
import { mint } from '../../../mint/mint.ts';
import type { Blueprint } from '../../../mint/plans.ts';
import { makeWorld } from '../../../mint/world.ts';

async function verified(family: KeyFamily, change: (blueprint: Blueprint) => void) {
  const blueprint = makeBlueprint(await makeWorld(family));
  change(blueprint);
  const budget = new Budget();
  return { ...verifyEds({ ...mint(blueprint), budget }), spent: budget.spent };
}

describe('archive timestamps', () => {
  it.each(['rsa', 'ecdsa', 'gost-2004', 'gost-2015'] as const)(
    'as many as are allowed can be paid for with %s',
    async (family) => {
      const report = await verified(family, (b) => {
        stamped(b).genTime = at(-60 * minute);
        for (let each = mostArchiveTimestamps; each > 0; each--) archived(b, at(-each * minute));
      });
      const found = report.signers[0]!.checks.filter(({ code }) => code === 'archive-timestamp');
      expect({ verdict: report.verdict, found: found.length }).toEqual({
        verdict: 'passed',
        found: mostArchiveTimestamps,
      });
      expect(found.map(({ detail }) => detail?.['time'])).toEqual(
        Array.from({ length: mostArchiveTimestamps }, (_, place) =>
          at((place - mostArchiveTimestamps) * minute).toISOString(),
        ),
      );
    },
  );

  it.each([
    [
      'an index of something else',
      (b: Blueprint) => (archived(b).editIndex = () => ({ revocations: sequence(octetString()) })),
    ],
    ['an imprint of something else', (b: Blueprint) => (archived(b).content = Uint8Array.of(1))],
  ])('with %s are refused before a signature is verified', async (_, spoil) => {
    const without = await verified('ecdsa', () => {});
    const report = await verified('ecdsa', spoil);
    expect(report.verdict).toBe('failed');
    expect(report.spent.verifications).toBe(without.spent.verifications);
  });

  it('have the content hashed in advance, by their own digest', async () => {
    const blueprint = makeBlueprint(await makeWorld('ecdsa'));
    archived(blueprint).key = (await makeWorld('gost-2015')).keys.stranger;
    const digests = await hashContent(mint(blueprint), async () => {});
    expect([...digests.keys()]).toEqual(['2.16.840.1.101.3.4.2.1', '1.2.398.3.10.1.3.3']);
  });

  it('do not make anybody hash for a signer whom nobody knows', async () => {
    const blueprint = makeBlueprint(await makeWorld('ecdsa'));
    archived(blueprint);
    blueprint.cms.withCertificate = false;
    expect(await hashContent(mint(blueprint), async () => {})).toEqual(new Map());
  });
});
