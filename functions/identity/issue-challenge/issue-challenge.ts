import type { Answered } from '../../../lib/adapters/http/serve.ts';
import type { Challenges } from '../../../lib/adapters/identity/challenges.ts';

interface Needs {
  readonly challenges: Pick<Challenges, 'issue'>;
  readonly publicUrl: string;
  readonly now: Date;
  readonly newId: () => string;
  readonly newSecret: () => string;
}

/**
 * The text names its purpose and this site. So its signature is of no use elsewhere, and a signature over another text
 * does not sign anybody in here.
 */
export async function issueChallenge({ challenges, publicUrl, now, newId, newSecret }: Needs): Promise<Answered> {
  const challenge = newId();
  const text = `e-akimat sign-in\n${publicUrl}\n${challenge}\n${newSecret()}\n`;
  const { expiresAt } = await challenges.issue(challenge, text, now);
  return { body: { challenge, content: Buffer.from(text).toString('base64'), expiresAt } };
}
