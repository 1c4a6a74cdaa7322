import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { issueChallenge } from '../../../../functions/identity/issue-challenge/issue-challenge.ts';
import { contract as challengeContract } from '../../../../functions/identity/issue-challenge/contract.ts';
import { openProof } from '../../../../functions/identity/sign-in-eds/prove-account.ts';
import { signInEds } from '../../../../functions/identity/sign-in-eds/sign-in-eds.ts';
import { openRequests } from '../../../../lib/adapters/dynamo/requests.ts';
import { openAccounts } from '../../../../lib/adapters/identity/accounts.ts';
import { openChallenges } from '../../../../lib/adapters/identity/challenges.ts';
import { newSecret } from '../../../../lib/adapters/identity/secrets.ts';
import { seedAccount } from '../../../../lib/adapters/identity/seed-account.ts';
import { openEdsCheck } from '../../../../lib/adapters/trust/check-eds.ts';
import { isRefusal } from '../../../../lib/domain/problem/problem.ts';
import { grantsOver } from '../../../lib/adapters/identity/grants-over.ts';
import { openMemoryTable } from '../../../lib/adapters/identity/memory-table.ts';
import { accountOf, after, daniyar, password, saule, start } from '../../../lib/adapters/identity/people.ts';
import { edsSettings, makeAuthority, sign, type TestAuthority } from '../../../lib/adapters/trust/authority.ts';
import { openTestBucket } from '../../../lib/adapters/trust/bucket.ts';
import type { Signer } from '../../../../lib/signing/signer-info.ts';

let table: Awaited<ReturnType<typeof openMemoryTable>>;
let s3: Awaited<ReturnType<typeof openTestBucket>>;
let authority: TestAuthority;
let saulesKey: Signer;
beforeAll(async () => {
  table = await openMemoryTable();
  s3 = await openTestBucket();
  authority = await makeAuthority();
  await s3.put('certificates/root.cer', authority.root.certificate);
  await s3.put('certificates/nca.cer', authority.nca.certificate);
  const [root, nca] = authority.crls();
  await s3.put('crls/root.crl', root);
  await s3.put('crls/nca.crl', nca);
  await seedAccount(
    table,
    { ...accountOf(saule), confirmed: { at: start.toISOString(), name: 'АХМЕТОВА САУЛЕ' } },
    password,
  );
  saulesKey = await authority.issue(saule);
});
afterAll(async () => {
  await table.close();
  await s3.close();
});

let count = 0;
async function challenge(now = start) {
  const challenges = openChallenges(table);
  const newId = () => `challenge-${++count}`;
  const answered = await issueChallenge({ challenges, publicUrl: 'https://a.example', now, newId, newSecret });
  const { challenge, content, expiresAt } = challengeContract.answer.parse(answered.body);
  return { challenge, content: Buffer.from(content, 'base64'), expiresAt };
}
const signIn = (id: string, cms: Uint8Array, now = after(10)) =>
  signInEds(
    { body: { challenge: id, cms: Buffer.from(cms).toString('base64') } },
    {
      challenges: openChallenges(table),
      prove: openProof({
        accounts: openAccounts(table),
        requests: openRequests(table),
        newId: () => `heir-${++count}`,
      }),
      grants: grantsOver(table).grants,
      checkEds: openEdsCheck(edsSettings(authority.anchor), s3.bucket),
      now,
    },
  );

describe('signing in by EDS', () => {
  it.each([
    ['detached', { detached: true }],
    ['attached', { detached: false }],
    ['attached in BER', { detached: false, ber: true }],
  ])('begins a session for the account of the certificate, %s', async (_, form) => {
    const { challenge: id, content, expiresAt } = await challenge();
    expect(expiresAt).toBe(after(300).toISOString());
    const answered = await signIn(id, sign(saulesKey, content, form));
    if (isRefusal(answered)) throw new Error(JSON.stringify(answered));
    expect(answered.body).toMatchObject({ account: `account-${saule}`, role: 'applicant' });
  });

  it('accepts a challenge once, also from many callers at the same time', async () => {
    const { challenge: id, content } = await challenge();
    const cms = sign(saulesKey, content);
    const answers = await Promise.all(Array.from({ length: 10 }, () => signIn(id, cms)));
    expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1);
    const refused = answers.filter(isRefusal).map(({ refused }) => refused);
    expect(refused).toEqual(Array(9).fill('session/challenge'));
  });

  it('refuses a challenge after five minutes, and one that was never issued', async () => {
    const { challenge: id, content } = await challenge();
    const cms = sign(saulesKey, content);
    expect(await signIn(id, cms, after(300))).toEqual({ refused: 'session/challenge' });
    expect(await signIn('unknown', cms)).toEqual({ refused: 'session/challenge' });
  });

  it('refuses the signature of another challenge, attached or not, and the challenge is then used up', async () => {
    const other = await challenge();
    for (const form of [{ detached: true }, { detached: false }]) {
      const { challenge: id, content } = await challenge();
      expect(await signIn(id, sign(saulesKey, other.content, form))).toMatchObject({ refused: 'eds/failed' });
      expect(await signIn(id, sign(saulesKey, content))).toEqual({ refused: 'session/challenge' });
    }
  });

  it('refuses the key of an authority that is not pinned', async () => {
    const { challenge: id, content } = await challenge();
    const foreign = await (await makeAuthority()).issue(saule);
    expect(await signIn(id, sign(foreign, content))).toMatchObject({ refused: 'eds/failed' });
  });

  it('distinguishes a valid key without an account', async () => {
    const { challenge: id, content } = await challenge();
    expect(await signIn(id, sign(await authority.issue(daniyar), content))).toEqual({ refused: 'session/no-account' });
  });

  it('asks to try again when the lists have grown old', async () => {
    const late = after(30 * 86_400);
    const { challenge: id, content } = await challenge(late);
    const refused = await signIn(id, sign(saulesKey, content), late);
    expect(refused).toMatchObject({ refused: 'eds/indeterminate' });
  });

  it('gives every challenge its own text, which says its purpose', async () => {
    const [one, two] = [await challenge(), await challenge()];
    expect(one.content.equals(two.content)).toBe(false);
    expect(one.content.toString()).toMatch(/^e-akimat sign-in\nhttps:\/\/a\.example\nchallenge-\d+\n[\w-]{43}\n$/);
  });
});
