import { beforeAll, describe, expect, it } from '@jest/globals';
import { Budget } from '../../../../lib/eds/budget.ts';
import { EdsCache, type EdsInput } from '../../../../lib/eds/verify.ts';
import { findOcspSubjects } from '../../../../lib/eds/verify/ocsp-subjects.ts';
import { openSignature } from '../../../../lib/eds/verify/open-signature.ts';
import { makeAttackedAuthority, attackedAt, type AttackedAuthority } from '../../../../bin/hostile/authority.ts';
import { makeBody } from '../../../../bin/hostile/body.ts';
import { plain, type Recipe } from '../../../../bin/hostile/recipe.ts';
import { findProfile } from '../../../../lib/eds/profiles/find-profile.ts';

let attacked: AttackedAuthority;
beforeAll(async () => {
  attacked = await makeAttackedAuthority('ecdsa');
});

const input = (recipe: Partial<Recipe> = {}): EdsInput => ({
  cms: makeBody({ ...plain, family: 'ecdsa', ...recipe }, attacked),
  at: attackedAt,
  profile: findProfile('kz-nca', [attacked.anchor])!,
  certificates: attacked.certificates,
  crls: attacked.crls,
});

class BrokenCache extends EdsCache {
  override brought(): never {
    throw new Error('a fault of ours');
  }
}

describe('a signature that is opened before it is verified', () => {
  it('has no lists and no answers, but the certificates from every source', () => {
    const opened = openSignature(input(), new Budget())!;
    expect(opened.context).toMatchObject({ crls: [], ocsps: [] });
    expect(opened.context.certificates.length).toBe(3);
  });

  it('is not opened if this costs too much, and then no responder is asked', () => {
    expect(openSignature(input(), new Budget(1))).toBeUndefined();
    expect(findOcspSubjects(input()).length).toBe(2);
    expect(findOcspSubjects(input({ signers: 16, authorities: 60, names: 2000 }))).toEqual([]);
  });

  it('is not opened, but throws, if the fault is ours', () => {
    const broken = { ...input(), cache: new BrokenCache() };
    expect(() => openSignature(broken, new Budget())).toThrow('a fault of ours');
    expect(() => findOcspSubjects(broken)).toThrow('a fault of ours');
  });
});
