import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/identity/issue-challenge/contract.ts';
import { issueChallenge } from '../../../../functions/identity/issue-challenge/issue-challenge.ts';
import { after } from '../../../lib/adapters/identity/people.ts';
import { bodyOf } from '../../asked.ts';

/** Challenges in memory, each valid for five minutes. */
function memoryChallenges() {
  const kept = new Map<string, string>();
  const issue = async (id: string, text: string, now: Date) => {
    kept.set(id, text);
    return { expiresAt: new Date(now.getTime() + 300_000).toISOString() };
  };
  return { kept, issue };
}
const ask = (challenges = memoryChallenges(), secret = 'chance') =>
  issueChallenge({
    ...{ challenges, publicUrl: 'https://e-akimat.example', now: after(0) },
    ...{ newId: () => '01KAH7M0000000000000000001', newSecret: () => secret },
  });

it('the text to sign says its purpose and its site, and is the one that is stored', async () => {
  const challenges = memoryChallenges();
  const { challenge, content, expiresAt } = bodyOf(contract, await ask(challenges));
  const text = Buffer.from(content, 'base64').toString();
  expect(text).toBe(`e-akimat sign-in\nhttps://e-akimat.example\n${challenge}\nchance\n`);
  expect(challenges.kept.get(challenge)).toBe(text);
  expect(expiresAt).toBe(after(300).toISOString());
});

it('no two texts are the same, even with equal ids', async () => {
  const [one, other] = [await ask(), await ask(memoryChallenges(), 'another chance')];
  expect(bodyOf(contract, one).content).not.toBe(bodyOf(contract, other).content);
});
