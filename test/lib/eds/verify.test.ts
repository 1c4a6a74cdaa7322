import { beforeAll, describe, expect, it } from '@jest/globals';
import { EdsCache, verifyEds, type EdsInput } from '../../../lib/eds/verify.ts';
import { describeCheck, languages, problemTexts } from '../../../lib/eds/texts.ts';
import { checkSources, problemCodes } from '../../../lib/eds/report-codes.ts';
import { makeBlueprint } from '../../mint/blueprint.ts';
import { mint } from '../../mint/mint.ts';
import { makeWorld } from '../../mint/world.ts';

let input: EdsInput;
beforeAll(async () => {
  input = mint(makeBlueprint(await makeWorld('ecdsa')));
});

describe('verifyEds', () => {
  it('gives the same report for the same input, with a cache and without', () => {
    const first = verifyEds(input);
    const cache = new EdsCache();
    for (let again = 0; again < 3; again++) expect(verifyEds({ ...input, cache })).toEqual(first);
  });

  it('stores no trust in a cache', () => {
    const cache = new EdsCache();
    expect(verifyEds({ ...input, cache }).verdict).toBe('passed');
    expect(verifyEds({ ...input, cache, profile: { ...input.profile, anchors: [] } }).verdict).toBe('failed');
    expect(verifyEds({ ...input, cache, crls: [] }).verdict).toBe('indeterminate');
    expect(verifyEds({ ...input, cache, at: new Date('2040-01-01') }).verdict).toBe('failed');
  });

  const megabyte = 1 << 20;
  it.each([
    ['zeros', new Uint8Array(megabyte)],
    ['sequences', new Uint8Array(megabyte).fill(0x30)],
    ['sequences without an end', Buffer.from('3080'.repeat(megabyte / 2), 'hex')],
    ['nulls without an end', Buffer.from(`3080${'0500'.repeat(megabyte / 2 - 1)}`, 'hex')],
  ])('refuses a megabyte of %s', (_, cms) => {
    const report = verifyEds({ ...input, cms });
    expect(report).toMatchObject({ verdict: 'failed', signers: [], checks: [{ code: 'cms-form', status: 'failed' }] });
  });
});

describe('the texts', () => {
  it('name every check and every problem in every language, each differently', () => {
    for (const language of languages) {
      const checks = Object.keys(checkSources).map((code) =>
        describeCheck({ code, status: 'passed', source: '' }, language),
      );
      expect(new Set(checks).size).toBe(checks.length);
      for (const code of problemCodes) expect(problemTexts[code][language]).toMatch(/\S/u);
    }
  });

  it('give the problem after the status', () => {
    const check = {
      code: 'certificate-validity',
      status: 'failed',
      source: '',
      detail: { problem: 'certificate-expired' },
    } as const;
    expect(describeCheck(check, 'kk')).toBe(
      'Сертификаттың қолданылу мерзімі: өтпеді (сертификаттың мерзімі өтіп кеткен)',
    );
  });
});
