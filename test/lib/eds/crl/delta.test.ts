import { beforeAll, describe, expect, it } from '@jest/globals';
import { deltaApplies, sameSource } from '../../../../lib/eds/crl/delta.ts';
import { issueAuthority, issueCrl, issueRoot, issuingPoint, unknownExtension, type Issued } from '../path/issue.ts';

let root: Issued;
/** With the root's name, but another key. */
let namesake: Issued;
/** With the root's key, but another name. */
let renamed: Issued;
beforeAll(async () => {
  root = await issueRoot();
  namesake = await issueRoot();
  renamed = await issueAuthority(root, 'Renamed', { key: root.key });
});

const complete = (more: Parameters<typeof issueCrl>[1] = {}, by = root) => issueCrl(by, { number: 7, ...more });
const delta = (more: Parameters<typeof issueCrl>[1] = {}, by = root) =>
  issueCrl(by, { number: 8, deltaOf: 7, ...more });

describe('a delta', () => {
  it('applies to a complete list of the same authority', () => {
    expect(deltaApplies(delta(), complete())).toBe(true);
  });

  it('does not apply to a list of another key or of another name', () => {
    expect(deltaApplies(delta(), complete({}, namesake))).toBe(false);
    expect(deltaApplies(delta(), complete({}, renamed))).toBe(false);
    expect(sameSource(complete(), complete({}, namesake))).toBe(false);
    expect(sameSource(complete(), complete({}, renamed))).toBe(false);
    expect(sameSource(complete(), delta())).toBe(true);
  });

  it('does not apply to a list of another scope', () => {
    const users = { more: [issuingPoint({ onlyUsers: true })] };
    const some = { more: [issuingPoint({ reasons: [1] })] };
    expect(deltaApplies(delta(users), complete(users))).toBe(true);
    expect(deltaApplies(delta(users), complete())).toBe(false);
    expect(deltaApplies(delta(), complete(users))).toBe(false);
    expect(deltaApplies(delta(some), complete(users))).toBe(false);
  });

  it('does not count with an unknown critical extension', () => {
    expect(deltaApplies(delta({ more: [unknownExtension(true)] }), complete())).toBe(false);
    expect(deltaApplies(delta({ more: [unknownExtension(false)] }), complete())).toBe(true);
  });

  it('is not a complete list', () => {
    expect(deltaApplies(complete({ number: 8 }), complete())).toBe(false);
  });
});
