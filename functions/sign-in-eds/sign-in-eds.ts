import type { Answered, Asked } from '../../lib/adapters/http/serve.ts';
import type { Accounts } from '../../lib/adapters/identity/accounts.ts';
import type { Challenges } from '../../lib/adapters/identity/challenges.ts';
import type { Grants } from '../../lib/adapters/identity/grants.ts';
import { refuseReport, type CheckEds } from '../../lib/adapters/trust/check-eds.ts';
import { refuse, type Refusal } from '../../lib/domain/problem/problem.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly challenges: Pick<Challenges, 'consume'>;
  readonly accounts: Pick<Accounts, 'findByIin'>;
  readonly grants: Pick<Grants, 'start'>;
  readonly checkEds: CheckEds;
  readonly now: Date;
}

export async function signInEds(
  { body }: Pick<Asked<typeof contract>, 'body'>,
  { challenges, accounts, grants, checkEds, now }: Needs,
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
  const iin = others.length === 0 ? signer?.identity?.iin : undefined;
  const account = iin === undefined ? undefined : await accounts.findByIin(iin);
  return account ? { body: await grants.start(account, 'eds', now) } : refuse('session/no-account');
}
