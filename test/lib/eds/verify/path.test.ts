import { beforeAll, describe, expect, it } from '@jest/globals';
import { makeAttackedAuthority, attackedAt, type AttackedAuthority } from '../../../../bin/hostile/authority.ts';
import { makeBody } from '../../../../bin/hostile/body.ts';
import { plain } from '../../../../bin/hostile/recipe.ts';
import { findProfile } from '../../../../lib/eds/profiles/find-profile.ts';
import { verifyEds, type EdsInput } from '../../../../lib/eds/verify.ts';

let attacked: AttackedAuthority;
beforeAll(async () => {
  attacked = await makeAttackedAuthority('ecdsa');
});

function pathChecks(anchors: readonly string[], more: Partial<EdsInput> = {}) {
  const { certificates, crls } = attacked;
  const cms = makeBody({ ...plain, family: 'ecdsa' }, attacked);
  const { signers } = verifyEds({
    ...{ cms, at: attackedAt, profile: findProfile('kz-nca', anchors)!, certificates, crls },
    ...more,
  });
  return signers[0]!.checks.map(({ code, status, detail }) => ({ code, status, problem: detail?.['problem'] }));
}
const found = (status: string, problem: string) => ({ code: 'path-found', status, problem });

describe('a path', () => {
  it('passes if it ends in an anchor for persons, with allowed algorithms', () => {
    const codes = pathChecks([`${attacked.anchor}=persons`]).map(({ code }) => code);
    expect(codes).not.toContain('path-found');
    expect(codes).toContain('path-algorithms');
  });

  it('that ends in an anchor for another purpose has failed for that reason', () => {
    const checks = pathChecks([`${attacked.anchor}=timestamps`]);
    expect(checks.filter(({ problem }) => problem === 'anchor-purpose')).toEqual([found('failed', 'anchor-purpose')]);
    expect(checks.map(({ code }) => code)).not.toContain('path-algorithms');
  });

  it('that ends in no anchor is reported with what was found', () => {
    expect(pathChecks([])).toContainEqual(found('failed', 'root-not-pinned'));
    expect(pathChecks([`${attacked.anchor}=timestamps`], { certificates: [] })).toContainEqual(
      found('indeterminate', 'issuer-not-found'),
    );
  });

  it("that was found but has another fault keeps that fault's name, whatever other anchors there are", () => {
    const checks = pathChecks([`${attacked.anchor}=persons+timestamps`], { crls: [] });
    expect(checks.map(({ code }) => code)).not.toContain('path-found');
    expect(checks.find(({ code }) => code === 'certificate-not-revoked')).toMatchObject({ status: 'indeterminate' });
  });
});
