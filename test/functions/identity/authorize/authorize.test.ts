import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { APIGatewayRequestAuthorizerEvent } from 'aws-lambda';
import { authorize } from '../../../../functions/identity/authorize/authorize.ts';
import { newSecret } from '../../../../lib/adapters/identity/secrets.ts';
import { openSessions } from '../../../../lib/adapters/identity/sessions.ts';
import { openTokens } from '../../../../lib/adapters/identity/tokens.ts';
import { Caller, Role } from '../../../../lib/domain/access/roles.ts';
import { accessRules } from '../../../../lib/domain/access/rules.ts';
import { openMemoryTable } from '../../../lib/adapters/identity/memory-table.ts';
import { accountOf, after, start } from '../../../lib/adapters/identity/people.ts';
import { demoIin } from '../../../../lib/local/demo/demo-number.ts';
import { openAccounts } from '../../../../lib/adapters/identity/accounts.ts';
import { makeSoftwareKey } from '../../../lib/adapters/identity/software-key.ts';

let table: Awaited<ReturnType<typeof openMemoryTable>>;
beforeAll(async () => (table = await openMemoryTable()));
afterAll(() => table.close());

const tokens = openTokens([makeSoftwareKey()], 'https://akimat.example');
const base = 'arn:aws:execute-api:eu-central-1:123456789012:api/prod';

async function signedIn(role: Role, office?: string) {
  const id = `session-${role}`;
  const sessions = openSessions(table);
  await sessions.end(id, start);
  const existing = await sessions.live(id, start);
  const session = existing ? id : `${id}-${newSecret()}`;
  await sessions.start({ id: session, account: `account-${role}`, method: 'password', newSecret }, start);
  const added = { ...accountOf(iinOf(role), role, office), id: `account-${role}` };
  if (!(await openAccounts(table).find(added.id))) await openAccounts(table).add(added, undefined);
  const caller: Caller = { account: `account-${role}`, session, role, ...(office !== undefined && { office }) };
  return { caller, authorization: `Bearer ${await tokens.issue(caller, start)}` };
}

const iinOf = (role: Role) => demoIin('1980-01-01', 'male', 60 + Role.options.indexOf(role));

/** The parts of API Gateway's event on which the decision depends. */
function asking(route: string, headers: Record<string, string>) {
  const [httpMethod = '', resourcePath = ''] = route.split(' ');
  const methodArn = `${base}/${httpMethod}${resourcePath.replaceAll(/\{\w+\}/g, 'x')}`;
  const requestContext = { httpMethod, resourcePath };
  return { headers, methodArn, requestContext } as unknown as APIGatewayRequestAuthorizerEvent;
}
const decide = (
  route: string,
  headers: Record<string, string>,
  now = start,
  staffSignIn: 'eds' | 'either' = 'either',
) =>
  authorize(asking(route, headers), {
    ...{ tokens, accounts: openAccounts(table), sessions: openSessions(table), staffSignIn, now },
  });

const routes = Object.entries(accessRules);

describe('the authorizer', () => {
  it.each(Role.options)('lets %s through to exactly the routes that the rules give', async (role) => {
    const { authorization, caller } = await signedIn(role, 'otyrar');
    for (const [route, rule] of routes) {
      const { policyDocument, principalId, context } = await decide(route, { Authorization: authorization });
      const allowed = rule !== 'public' && (rule as readonly Role[]).includes(role);
      const Resource = asking(route, {}).methodArn;
      expect([route, policyDocument.Statement]).toEqual([
        route,
        [{ Action: 'execute-api:Invoke', Effect: allowed ? 'Allow' : 'Deny', Resource }],
      ]);
      expect(principalId).toBe(caller.account);
      expect(Caller.parse(context)).toEqual(caller);
    }
  });

  it('answers 401 on every route without a valid token', async () => {
    const foreign = await openTokens([makeSoftwareKey()], 'https://akimat.example').issue(
      { account: 'a', session: 's', role: 'administrator' },
      start,
    );
    const headers = [
      {},
      { authorization: '' },
      { authorization: 'Bearer' },
      { authorization: 'Bearer x.y.z' },
      { authorization: 'Basic YTpi' },
      { authorization: `Bearer ${foreign}` },
    ];
    for (const [route] of routes)
      for (const header of headers) await expect(decide(route, header)).rejects.toThrow(/^Unauthorized$/);
  });

  it('denies a route that is not in the rules', async () => {
    const { authorization } = await signedIn('administrator', 'otyrar');
    for (const route of ['GET /secret', 'PATCH /account', 'get /account', 'GET /account/', ' ', 'GET constructor']) {
      const { policyDocument } = await decide(route, { authorization });
      expect(policyDocument.Statement).toMatchObject([{ Effect: 'Deny' }]);
    }
  });

  it('refuses a token that has expired, or whose session has ended or is of another account', async () => {
    const { authorization, caller } = await signedIn('auditor', 'otyrar');
    const route = 'GET /account';
    await expect(decide(route, { authorization }, after(900))).rejects.toThrow(/^Unauthorized$/);
    const stolen = `Bearer ${await tokens.issue({ ...caller, account: 'other' }, start)}`;
    await expect(decide(route, { authorization: stolen })).rejects.toThrow(/^Unauthorized$/);
    const unknown = `Bearer ${await tokens.issue({ ...caller, session: 'gone' }, start)}`;
    await expect(decide(route, { authorization: unknown })).rejects.toThrow(/^Unauthorized$/);
    await openSessions(table).end(caller.session, after(1));
    await expect(decide(route, { authorization }, after(2))).rejects.toThrow(/^Unauthorized$/);
  });

  it('refuses a token whose account has another role or office by now, or has ended all its sessions', async () => {
    for (const change of [{ role: 'applicant' as const }, { office: 'other' }, { generation: 1 }]) {
      const { authorization, caller } = await signedIn('commission-member', 'otyrar');
      const alter = (account: object) =>
        openAccounts(table).change(caller.account, (kept) => ({ ...kept, account: { ...kept.account, ...account } }));
      const now = await openAccounts(table).find(caller.account);
      expect((await decide('GET /account', { authorization })).policyDocument.Statement).toMatchObject([
        { Effect: 'Allow' },
      ]);
      await alter(change);
      await expect(decide('GET /account', { authorization })).rejects.toThrow(/^Unauthorized$/);
      await alter(now ?? {});
    }
  });

  it('treats an employee as a citizen only in sessions opened as one', async () => {
    const { caller } = await signedIn('mio-officer', 'otyrar');
    const { account } = caller;
    const sessions = openSessions(table);
    await sessions.start({ id: 'as-citizen', account, method: 'eds', as: 'applicant', newSecret }, start);
    const decideBy = async (claims: Caller, route = 'GET /notices') =>
      (await decide(route, { authorization: `Bearer ${await tokens.issue(claims, start)}` })).policyDocument.Statement;
    const citizen: Caller = { account, role: 'applicant', session: 'as-citizen' };
    expect(await decideBy(citizen)).toMatchObject([{ Effect: 'Allow' }]);
    expect(await decideBy(citizen, 'GET /work')).toMatchObject([{ Effect: 'Deny' }]);
    for (const claims of [
      { ...citizen, office: 'otyrar' },
      { ...citizen, session: caller.session },
      { ...caller, session: 'as-citizen' },
      { ...caller, role: 'applicant' as const },
      { ...caller, role: 'mio-head' as const },
    ])
      await expect(decideBy(claims)).rejects.toThrow(/^Unauthorized$/);
  });

  it('marks an employee who signed in by password where EDS is asked for, and no citizen', async () => {
    for (const [role, mark] of [
      ['mio-officer', 'unraised'],
      ['applicant', undefined],
    ] as const) {
      const { authorization } = await signedIn(role, 'otyrar');
      const of = (method: 'eds' | 'either') => decide('GET /account', { authorization }, start, method);
      expect((await of('eds')).context?.['unraised']).toBe(mark);
      expect((await of('either')).context).not.toHaveProperty('unraised');
    }
  });

  it('allows nothing when sessions cannot be read', async () => {
    const { authorization } = await signedIn('auditor', 'otyrar');
    const sessions = { live: () => Promise.reject(new Error('the table is away')) };
    const decision = authorize(asking('GET /account', { authorization }), {
      tokens,
      accounts: openAccounts(table),
      sessions,
      staffSignIn: 'either',
      now: start,
    });
    await expect(decision).rejects.toThrow('the table is away');
  });

  it('reads the header and the scheme in any letter case', async () => {
    const { authorization } = await signedIn('auditor', 'otyrar');
    for (const header of [{ AUTHORIZATION: authorization }, { authorization: authorization.replace('B', 'b') }])
      expect((await decide('GET /account', header)).policyDocument.Statement).toMatchObject([{ Effect: 'Allow' }]);
  });
});
