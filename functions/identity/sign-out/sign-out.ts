import type { Answered } from '../../../lib/adapters/http/serve.ts';
import type { Sessions } from '../../../lib/adapters/identity/sessions.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';

export async function signOut(
  { session }: Caller,
  { sessions, now }: { readonly sessions: Pick<Sessions, 'end'>; readonly now: Date },
): Promise<Answered> {
  await sessions.end(session, now);
  return {};
}
