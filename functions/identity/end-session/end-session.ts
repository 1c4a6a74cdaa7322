import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { Sessions } from '../../../lib/adapters/identity/sessions.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly sessions: Pick<Sessions, 'live' | 'end'>;
  readonly now: Date;
}

/** Somebody else's session is unknown to the caller. */
export async function endSession(
  { params }: Pick<Asked<typeof contract>, 'params'>,
  caller: Caller,
  { sessions, now }: Needs,
): Promise<Answered | Refusal> {
  const session = await sessions.live(params.session, now);
  if (session?.account !== caller.account) return refuse('session/unknown');
  await sessions.end(session.id, now);
  return {};
}
