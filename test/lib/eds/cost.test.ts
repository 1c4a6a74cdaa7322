import { beforeAll, describe, expect, it } from '@jest/globals';
import { attackedAt, makeAttackedAuthority, type AttackedAuthority } from '../../../bin/hostile/authority.ts';
import { makeBody } from '../../../bin/hostile/body.ts';
import { plain, type Recipe } from '../../../bin/hostile/recipe.ts';
import { Budget, BudgetExhausted } from '../../../lib/eds/budget.ts';
import { collectEvidence } from '../../../lib/eds/evidence.ts';
import { readEvidence, writeEvidence } from '../../../lib/eds/evidence-file.ts';
import { hashContent } from '../../../lib/eds/hash-content.ts';
import { findProfile } from '../../../lib/eds/profiles/find-profile.ts';
import { EdsCache, verifyEds, type EdsInput } from '../../../lib/eds/verify.ts';

let rsa: AttackedAuthority;
let gost: AttackedAuthority;
beforeAll(async () => {
  rsa = await makeAttackedAuthority('rsa');
  gost = await makeAttackedAuthority('gost-2004');
});

const input = (more: Partial<Recipe>, attacked: AttackedAuthority): EdsInput => ({
  cms: makeBody({ ...plain, ...more }, attacked),
  at: attackedAt,
  profile: findProfile('kz-nca', [attacked.anchor])!,
  certificates: attacked.certificates,
  crls: attacked.crls,
});
const verify = (more: Partial<Recipe>, attacked = rsa) => {
  const budget = new Budget();
  const report = verifyEds({ ...input(more, attacked), budget });
  return { ...budget.spent, report, tooDear: budget.exhausted };
};
const refused = { verdict: 'failed', checks: [{ code: 'cost', status: 'failed', detail: { problem: 'cost-limit' } }] };

describe('a budget', () => {
  it('is charged before the work, and refuses everything after it is exhausted', () => {
    const budget = new Budget(100);
    budget.verification(60);
    budget.hash(38, 1);
    expect(budget.spent).toEqual({ microseconds: 99, octets: 38, verifications: 1, tried: 0 });
    expect(() => budget.attempt(2)).toThrow(BudgetExhausted);
    expect(() => budget.attempt(0)).toThrow(BudgetExhausted);
    expect(budget.exhausted).toBe(true);
  });

  it('allows exactly its limit', () => {
    const { microseconds } = verify({});
    const within = { ...input({}, rsa), budget: new Budget(microseconds + 1) };
    expect(verifyEds(within).checks[0]).toMatchObject({ code: 'cms-form' });
    expect(verifyEds({ ...within, budget: new Budget(microseconds - 1) })).toMatchObject(refused);
  });

  it('is charged the same with a full cache and without one', () => {
    const cache = new EdsCache();
    const spent = Array.from({ length: 3 }, () => {
      const budget = new Budget();
      verifyEds({ ...input({ namesakes: 4, answers: 3, lists: 4 }, rsa), cache, budget });
      return budget.spent;
    });
    expect(new Set(spent.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(verify({ namesakes: 4, answers: 3, lists: 4 })).toMatchObject(spent[0]!);
  });
});

describe('repeated work is not charged again', () => {
  it.each(['rsa', 'gost-2004'] as const)('the hashing of the content, by %s and without attributes', (family) => {
    const attacked = family === 'rsa' ? rsa : gost;
    const of = (content: number) => verify({ family, content, signers: 16, attributes: false, namesakes: 3 }, attacked);
    const [short, long] = [of(40_000), of(400_000)];
    expect(long.octets).toBe(short.octets);
    expect(long.verifications).toBe(short.verifications);
    expect(long.verifications).toBeGreaterThanOrEqual(16 * 2);
  });

  it('the verification of an answer, by further signers', () => {
    const [one, many] = [verify({ answers: 20 }), verify({ answers: 20, signers: 16 })];
    expect(many.verifications - one.verifications).toBe(15);
  });

  it('the verification of a list and of a certificate, by further signers', () => {
    const more = { lists: 6, authorities: 4 };
    const [one, many] = [verify(more), verify({ ...more, signers: 16 })];
    expect(many.verifications - one.verifications).toBe(15);
  });
});

describe('too much of anything is refused by name', () => {
  it.each([
    ['forged lists', { signers: 16, lists: 400 }],
    ['answers', { answers: 800 }],
    ['lines of answers', { answers: 20, lines: 800 }],
    ['names', { authorities: 12, names: 2000 }],
    ['policies', { authorities: 12, policies: 2000 }],
    ['points', { lists: 60, points: 500 }],
  ] as const)('%s', (_, more) => {
    const { report, microseconds } = verify(more);
    expect(report).toMatchObject(refused);
    expect(report.signers).toEqual([]);
    // The last request is counted, too, although its work was not done.
    expect(microseconds).toBeLessThan(200_000);
  });

  it('and refused again from its evidence', () => {
    const dear = { ...input({ signers: 16, lists: 400 }, rsa), budget: new Budget() };
    const report = verifyEds(dear);
    expect(report).toMatchObject(refused);
    expect(verifyEds(readEvidence(writeEvidence(collectEvidence(dear))))).toEqual(report);
  });
});

describe('content that is hashed in advance', () => {
  const content = 300_000;
  const count = async (asked: EdsInput) => {
    let rests = 0;
    const digests = await hashContent(asked, async () => rests++);
    return { digests, rests };
  };

  it('is hashed in pieces, once for all signers, and gives the same report', async () => {
    const asked = input({ family: 'gost-2004', content, signers: 3 }, gost);
    const { digests, rests } = await count(asked);
    expect(digests.size).toBe(1);
    // 4 ms a piece, 50 ns an octet.
    expect(rests).toBe(Math.ceil(content / 80_000) - 1);
    expect(verifyEds({ ...asked, contentDigests: digests })).toEqual(verifyEds(asked));
  });

  it('is not hashed for a key that cannot have signed it, or without a certificate', async () => {
    const asked = input({ family: 'gost-2004', content, signers: 16, attributes: false }, gost);
    expect((await count(asked)).digests.size).toBe(1);
    const signedBy = (spki: Uint8Array): EdsInput => {
      const at = Buffer.from(asked.cms).indexOf(Buffer.from(gost.person.privateKey.spki));
      const cms = Uint8Array.from(asked.cms);
      cms.set(spki, at);
      return { ...asked, cms };
    };
    // Another curve's identifier in the key, as in the body that blocked a server for seconds.
    const other = Uint8Array.from(gost.person.privateKey.spki);
    other[15]! ^= 1;
    const unfit = signedBy(other);
    expect((await count(unfit)).digests.size).toBe(0);
    // Missing digests would be charged.
    const budget = new Budget();
    expect(verifyEds({ ...unfit, budget, contentDigests: new Map() }).verdict).toBe('failed');
    expect(budget.spent.octets).toBeLessThan(content);
  });
});
