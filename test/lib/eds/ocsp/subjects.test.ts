import { beforeAll, describe, expect, it } from '@jest/globals';
import { findOcspSubjects } from '../../../../lib/eds/verify/ocsp-subjects.ts';
import { parseCertificate } from '../../../../lib/eds/x509/certificate.ts';
import { coSigned, deepened } from '../../../mint/additions.ts';
import { makeBlueprint } from '../../../mint/blueprint.ts';
import { mintCertificate } from '../../../mint/mint-certificate.ts';
import { mint } from '../../../mint/mint.ts';
import type { Blueprint } from '../../../mint/plans.ts';
import { makeWorld, type World } from '../../../mint/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld('ecdsa');
});

const blueprintWith = (edit: (blueprint: Blueprint) => unknown): Blueprint => {
  const blueprint = makeBlueprint(world);
  edit(blueprint);
  return blueprint;
};
/** The certificates asked about and their issuers, by serial numbers. */
const askedAbout = (blueprint: Blueprint, more: Partial<ReturnType<typeof mint>> = {}) =>
  findOcspSubjects({ ...mint(blueprint), ...more }).map(({ certificate, issuer }) => [
    certificate.serial,
    issuer.serial,
  ]);
const pair = (...plans: readonly [Blueprint['person'], Blueprint['person']]) =>
  plans.map((plan) => parseCertificate(mintCertificate(plan)).serial);

describe('a responder is asked about', () => {
  it('the signer and the intermediates above', () => {
    const blueprint = makeBlueprint(world);
    const { person, nca, root } = blueprint;
    expect(askedAbout(blueprint)).toEqual([pair(nca, root), pair(person, nca)]);
  });

  it('all of a longer path', () => {
    const blueprint = blueprintWith(deepened);
    const { person, nca, root, sub } = blueprint;
    expect(askedAbout(blueprint)).toEqual([pair(nca, root), pair(sub!, nca), pair(person, sub!)]);
  });

  it('each of several signers, and their authority once', () => {
    const blueprint = makeBlueprint(world);
    const { certificate } = coSigned(blueprint);
    const { person, nca, root } = blueprint;
    const expected = [pair(nca, root), pair(person, nca), pair(certificate, nca)];
    expect(askedAbout(blueprint).toSorted()).toEqual(expected.toSorted());
  });
});

describe('nobody is asked about', () => {
  it('unreadable input, and certificates to which no pinned anchor leads', () => {
    const blueprint = makeBlueprint(world);
    expect(askedAbout(blueprint, { cms: Uint8Array.of(1) })).toEqual([]);
    expect(askedAbout(blueprint, { certificates: [] })).toEqual([]);
    expect(askedAbout({ ...blueprint, pinned: 'nobody' })).toEqual([]);
  });

  it('a certificate that an attacker made in the name of the authority', () => {
    const { person } = makeBlueprint(world);
    const blueprint = blueprintWith((own) => {
      own.person = { ...person, signedBy: world.keys.stranger };
    });
    expect(askedAbout(blueprint)).toEqual([]);
  });
});
