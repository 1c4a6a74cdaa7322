import type { APIGatewayAuthorizerResult, APIGatewayRequestAuthorizerEvent } from 'aws-lambda';
import { writeCaller } from '../../../lib/adapters/http/caller-context.ts';
import type { Accounts } from '../../../lib/adapters/identity/accounts.ts';
import type { Sessions } from '../../../lib/adapters/identity/sessions.ts';
import type { Tokens } from '../../../lib/adapters/identity/tokens.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { mayCall } from '../../../lib/domain/access/rules.ts';
import { actorOf, isSessionOf } from '../../../lib/domain/identity/session.ts';

interface Needs {
  readonly tokens: Pick<Tokens, 'verify'>;
  readonly sessions: Pick<Sessions, 'live'>;
  readonly accounts: Pick<Accounts, 'find'>;
  /** How employees sign in; with `eds`, a session that began otherwise touches no request. */
  readonly staffSignIn: 'eds' | 'either';
  readonly now: Date;
}

type Asking = Pick<APIGatewayRequestAuthorizerEvent, 'headers' | 'methodArn' | 'requestContext'>;

/**
 * Lets a caller through to the method that they call, if the rules allow it to their role. The gateway makes 401 of an
 * error with exactly this message, and 500 of any other failure. Only an explicit Allow opens a route.
 */
export async function authorize(event: Asking, { tokens, now, ...needs }: Needs): Promise<APIGatewayAuthorizerResult> {
  const token = bearerToken(event.headers);
  const caller = token === undefined ? undefined : await tokens.verify(token, now);
  const found = caller && (await stillIn(caller, needs, now));
  if (!caller || !found) throw new Error('Unauthorized');
  const route = `${event.requestContext.httpMethod} ${event.requestContext.resourcePath}`;
  const isEmployee = caller.role !== 'applicant';
  const isRaised = !isEmployee || found.begun.method === 'eds' || needs.staffSignIn === 'either';
  const known: Caller = {
    ...caller,
    ...(!isRaised && { unraised: 'unraised' }),
    ...(isEmployee && { holder: found.account }),
  };
  return answer(mayCall(route, caller.role) ? 'Allow' : 'Deny', event.methodArn, known);
}

/** A token can be out of date: its session may have ended, its account may have another post or a new password. */
async function stillIn(
  { account: id, session, role, office }: Caller,
  needs: Pick<Needs, 'sessions' | 'accounts'>,
  now: Date,
) {
  const [begun, account] = await Promise.all([needs.sessions.live(session, now), needs.accounts.find(id)]);
  if (!begun || !account || !isSessionOf(begun, account)) return undefined;
  const actor = actorOf(account, begun.as);
  return actor.role === role && actor.office === office ? { begun, account } : undefined;
}

/** RFC 6750 2.1; the scheme's case does not matter (RFC 9110 11.1). */
function bearerToken(headers: Asking['headers']) {
  const value = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'authorization')?.[1];
  return /^Bearer +([\w.~+/-]+=*)$/i.exec(value ?? '')?.[1];
}

const answer = (Effect: 'Allow' | 'Deny', methodArn: string, caller: Caller): APIGatewayAuthorizerResult => ({
  principalId: caller.account,
  policyDocument: {
    Version: '2012-10-17',
    Statement: [{ Action: 'execute-api:Invoke', Effect, Resource: methodArn }],
  },
  context: writeCaller(caller),
});
