import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { Challenges } from '../../../lib/adapters/identity/challenges.ts';
import type { Account } from '../../../lib/domain/identity/account.ts';
import type { Proof } from '../../../lib/domain/identity/proved-name.ts';
import type { Grants } from '../../../lib/adapters/identity/grants.ts';
import { refuseReport, type CheckEds } from '../../../lib/adapters/trust/check-eds.ts';
import { aboutSession } from '../../../lib/domain/identity/session.ts';
import { refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly challenges: Pick<Challenges, 'consume'>;
  /** The account of the person whom the EDS proves. */
  readonly prove: (proof: Proof, now: Date) => Promise<Account | undefined>;
  readonly grants: Pick<Grants, 'start'>;
  readonly checkEds: CheckEds;
  readonly now: Date;
}

export async function signInEds(
  { body }: Pick<Asked<typeof contract>, 'body'>,
  { challenges, prove, grants, checkEds, now }: Needs,
): Promise<Answered | Refusal> {
  const text = await challenges.consume(body.challenge, now);
  if (text === undefined) return refuse('session/challenge');
  const { report } = await checkEds({
    cms: Buffer.from(body.cms, 'base64'),
    content: Buffer.from(text),
    at: now,
    expected: { purpose: 'authentication' },
  });
  const refusal = refuseReport(report);
  if (refusal) return refusal;
  // Two people cannot sign in as one.
  const [signer, ...others] = report.signers;
  const { iin, commonName, givenName } = (others.length === 0 && signer?.identity) || {};
  const account = iin === undefined ? undefined : await prove({ iin, commonName, givenName }, now);
  if (!account) return refuse('session/no-account');
  return { body: await grants.start(account, 'eds', now, body.as), about: aboutSession(account, body.as) };
}
