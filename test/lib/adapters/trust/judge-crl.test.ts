import { beforeAll, describe, expect, it } from '@jest/globals';
import { isCurrentCrl, judgeCrl } from '../../../../lib/adapters/trust/judge-crl.ts';
import { after, saule, start } from '../identity/people.ts';
import { list, makeAuthority, type TestAuthority } from './authority.ts';

let authority: TestAuthority;
let certificates: Uint8Array[];
beforeAll(async () => {
  authority = await makeAuthority();
  certificates = [authority.root.certificate, authority.nca.certificate];
});
const judge = (crl: Uint8Array, now = after(60), kept?: Uint8Array) => judgeCrl(crl, { certificates, crl: kept }, now);

describe('a fetched revocation list', () => {
  it('is accepted from a known authority, the first and the next one', () => {
    const first = list(authority.nca, start, []);
    expect(judge(first)).toBe('accepted');
    expect(judge(list(authority.nca, after(30), []), after(60), first)).toBe('accepted');
  });

  it('is not replaced by an older one', () => {
    expect(judge(list(authority.nca, start, []), after(60), list(authority.nca, after(30), []))).toBe(
      'older-than-kept',
    );
  });

  it('replaces a stored file that is not a list', () => {
    expect(judge(list(authority.nca, start, []), after(60), Buffer.from('junk'))).toBe('accepted');
  });

  it('is refused if it is not yet or no longer valid', () => {
    expect(judge(list(authority.nca, after(3600), []))).toBe('not-yet');
    expect(judge(list(authority.nca, start, []), after(7 * 86_400))).toBe('outdated');
  });

  it('is refused from an unknown authority, from a person, and from a known name with another key', async () => {
    const namesake = await makeAuthority();
    expect(judge(list(namesake.nca, start, []))).toBe('unknown-issuer');
    const person = await authority.issue(saule, 'signature');
    certificates.push(person.certificate);
    expect(judge(list(person, start, []))).toBe('unknown-issuer');
  });

  it('is refused if one octet is changed', () => {
    const good = list(authority.nca, start, []);
    for (let at = 0; at < good.length; at++) {
      const changed = Uint8Array.from(good);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(['malformed', 'unknown-issuer']).toContain(judge(changed));
    }
    expect(judge(Buffer.from('<html>'))).toBe('malformed');
  });

  it('is current until its next update', () => {
    const crl = list(authority.nca, start, []);
    expect([after(0), after(7 * 86_400 - 1), after(7 * 86_400)].map((at) => isCurrentCrl(crl, at))).toEqual([
      true,
      true,
      false,
    ]);
    expect(isCurrentCrl(undefined, start)).toBe(false);
  });
});
