import { beforeAll, expect, it } from '@jest/globals';
import { collectEvidence } from '../../../lib/eds/evidence.ts';
import { readEvidence, writeEvidence } from '../../../lib/eds/evidence-file.ts';
import { findProfile } from '../../../lib/eds/profiles/find-profile.ts';
import { describeReport } from '../../../lib/eds/report-text.ts';
import { reportSchema } from '../../../lib/eds/report-schema.ts';
import { verifyEds, type EdsInput } from '../../../lib/eds/verify.ts';
import { answered, stamped } from '../../mint/additions.ts';
import { makeBlueprint, names } from '../../mint/blueprint.ts';
import { mint } from '../../mint/mint.ts';
import { mintCrl } from '../../mint/mint-evidence.ts';
import type { Blueprint } from '../../mint/plans.ts';
import { spoils } from '../../mint/spoils.ts';
import { makeWorld, type World } from '../../mint/world.ts';
import { describeNca, ncaAuthorities, ncaFile, ncaLists, ncaPins } from './nca-fixtures.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld('rsa');
});
const good = (): EdsInput => mint(makeBlueprint(world));

it('keeps exactly what a report depends on, and gives the report again byte for byte', () => {
  const input = good();
  const foreign = { ...makeBlueprint(world).ncaCrl!, issuer: makeBlueprint(world).person.subject };
  const unreadable = { certificate: Uint8Array.of(0x30), crl: Uint8Array.of(1, 2) };
  const heap = {
    ...input,
    certificates: [unreadable.certificate, ...input.certificates],
    crls: [...input.crls, unreadable.crl, mintCrl(foreign)],
    ocsps: [],
  };
  const evidence = collectEvidence(heap);
  // The report counts what cannot be read.
  expect(evidence.certificates).toEqual([unreadable.certificate, ...input.certificates]);
  expect(evidence.crls).toEqual([...input.crls, unreadable.crl]);
  expect(verifyEds(heap).inadmissible).toEqual([
    { evidence: 'certificate', problem: 'der-truncated', count: 1 },
    { evidence: 'list', problem: 'der-truncated', count: 1 },
  ]);
  const text = writeEvidence(evidence);
  const again = readEvidence(text);
  expect(JSON.stringify(verifyEds(again))).toBe(JSON.stringify(verifyEds(heap)));
  expect(verifyEds(again).verdict).toBe('passed');
  expect(writeEvidence(collectEvidence(again))).toBe(text);
});

it('keeps the rules of the judgement', () => {
  const profile = { ...good().profile, leastRsaBits: 4096 };
  const text = writeEvidence(collectEvidence({ ...good(), profile }));
  const report = verifyEds(readEvidence(text));
  expect(report.verdict).toBe('failed');
});

it('gives every report of the mint again, byte for byte', async () => {
  const ecdsa = await makeWorld('ecdsa');
  const inputs = spoils
    .filter(({ families = ['ecdsa'] }) => families.includes('ecdsa'))
    .map(({ name, spoil }) => {
      const blueprint = makeBlueprint(ecdsa);
      spoil(blueprint);
      return { name, input: mint(blueprint) };
    });
  const changed = inputs.filter(({ input }) => {
    const again = readEvidence(writeEvidence(collectEvidence(input)));
    return JSON.stringify(verifyEds(again)) !== JSON.stringify(verifyEds(input));
  });
  expect(changed.map(({ name }) => name)).toEqual([]);
});

it('keeps what a timestamp or an OCSP answer depends on, although it is above no signer', () => {
  const keptBeside = (edit: (blueprint: Blueprint) => unknown): number => {
    const blueprint = makeBlueprint(world);
    blueprint.person.issuer = names.sub;
    edit(blueprint);
    return collectEvidence(mint(blueprint)).certificates.length;
  };
  expect(keptBeside(() => {})).toBe(0);
  expect(keptBeside(stamped)).toBe(2);
  expect(keptBeside(answered)).toBe(2);
});

it('keeps an unreadable signature unchanged', () => {
  const input = { ...good(), cms: Uint8Array.of(1, 2, 3) };
  const evidence = collectEvidence(input);
  expect(evidence.certificates).toEqual([]);
  expect(verifyEds(readEvidence(writeEvidence(evidence)))).toEqual(verifyEds(input));
});

it.each(['{}', '{"format":"e-akimat eds evidence 1"}', 'nothing', '{"format":"e-akimat eds evidence 2"}'])(
  'refuses %j as evidence',
  (text) => {
    expect(() => readEvidence(text)).toThrow();
  },
);

it('gives reports that fit their schema and have texts in all three languages', () => {
  for (const cms of [good().cms, Uint8Array.of(0)]) {
    const report = verifyEds({ ...good(), cms });
    expect(reportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
    for (const language of ['en', 'ru', 'kk'] as const) {
      const text = describeReport(report, language);
      for (const check of report.checks.filter(({ code }) => code.includes('-')))
        expect(text).not.toContain(` ${check.code}: `);
    }
  }
  const summary = describeReport(verifyEds(good()), 'ru').split('\n')[0];
  expect(summary).toBe('Подпись действительна.');
});

it('pins anchors only by fingerprint, each for the written purposes, and refuses anything else', () => {
  const fingerprint = 'ab'.repeat(32);
  const pinned = (text: string) => findProfile('kz-nca', [text])?.anchors;
  expect(pinned(`${'AB:'.repeat(31)}AB`)).toEqual([{ fingerprint, purposes: ['persons'] }]);
  expect(pinned(` ${fingerprint}\n`)).toEqual([{ fingerprint, purposes: ['persons'] }]);
  expect(pinned(`${fingerprint}=timestamps`)).toEqual([{ fingerprint, purposes: ['timestamps'] }]);
  expect(pinned(`${fingerprint}=persons+revocation`)).toEqual([{ fingerprint, purposes: ['persons', 'revocation'] }]);
  expect(findProfile('toString')).toBeUndefined();
  expect(findProfile('kz-nca')?.anchors).toEqual([]);
  const purposes = ['=', '=people', '=persons+', '=persons=timestamps', '=persons,timestamps'];
  for (const wrong of ['ab', `0x${fingerprint}`, `${fingerprint}0`, ...purposes.map((each) => `${fingerprint}${each}`)])
    expect(() => findProfile('kz-nca', [wrong])).toThrow(RangeError);
});

it('reads evidence from before anchors had purposes: they were pinned for everything', () => {
  const input = good();
  const text = writeEvidence(input);
  const fingerprints = input.profile.anchors.map((anchor) => anchor.fingerprint);
  const old = JSON.parse(text) as { profile: { anchors: unknown } };
  old.profile.anchors = fingerprints;
  expect(readEvidence(JSON.stringify(old)).profile.anchors).toEqual(
    fingerprints.map((fingerprint) => ({ fingerprint, purposes: ['persons', 'timestamps', 'revocation'] })),
  );
  expect(readEvidence(text).profile).toEqual(input.profile);
});

describeNca('evidence of the national authority’s material', () => {
  it('gives the same report again', () => {
    const input: EdsInput = {
      cms: ncaFile('signed_two_signers.cms'),
      at: new Date('2022-09-03T00:00:00Z'),
      profile: findProfile('kz-nca', ncaPins())!,
      certificates: ncaAuthorities(),
      crls: ncaLists(),
      ocsps: [ncaFile('ocsp_response_individual_sign_2004.bin'), ncaFile('ocsp_response_ceo_2015_revoked.bin')],
    };
    expect(verifyEds(readEvidence(writeEvidence(collectEvidence(input))))).toEqual(verifyEds(input));
  });
});
