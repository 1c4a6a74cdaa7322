import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { contract } from '../../../../functions/accounts/create-account/contract.ts';
import { createAccount } from '../../../../functions/accounts/create-account/create-account.ts';
import { registerAccount } from '../../../../functions/accounts/register-account/register-account.ts';
import { openProof } from '../../../../functions/identity/sign-in-eds/prove-account.ts';
import { openRequests } from '../../../../lib/adapters/dynamo/requests.ts';
import { openAccounts, type Accounts } from '../../../../lib/adapters/identity/accounts.ts';
import { newSalt } from '../../../../lib/adapters/identity/secrets.ts';
import { seedAccount } from '../../../../lib/adapters/identity/seed-account.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import { hire } from '../../../../lib/domain/identity/changes.ts';
import { matchesPassword } from '../../../../lib/domain/identity/password.ts';
import { actorOf, isSessionOf } from '../../../../lib/domain/identity/session.ts';
import { openMemoryTable } from '../../../lib/adapters/identity/memory-table.ts';
import { accountOf, after, password, saule, start } from '../../../lib/adapters/identity/people.ts';

let table: Awaited<ReturnType<typeof openMemoryTable>>;
let accounts: Accounts;
beforeEach(async () => {
  table = await openMemoryTable();
  accounts = openAccounts(table);
});
afterEach(() => table.close());

let count = 0;
const newId = () => `made-${++count}`;
const administrator: Caller = { account: 'admin', role: 'administrator', session: 's' };
const chosen = 'түркістан-жол-картасы';
const post = { role: 'mio-officer', office: 'otyrar', position: 'специалист' };
const own = { iin: saule, fullName: 'Ахметова Сауле', email: 'office@example.kz' };
const said = { ...own, ...post };

const employ = (more: object = { password: chosen }, kept: Accounts = accounts, now = after(100)) =>
  createAccount({ body: contract.body.parse({ ...said, ...more }) }, administrator, {
    ...{ accounts: kept, isWorkplace: () => true, now, newId, newSalt },
  });
const prove = (now = after(200)) =>
  openProof({ accounts, requests: openRequests(table), newId })({ iin: saule, commonName: 'АХМЕТОВА САУЛЕ' }, now);
const opens = async (typed: string) => {
  const { passwordHash } = (await accounts.findCredentials(saule)) ?? {};
  return passwordHash !== undefined && matchesPassword(typed, passwordHash);
};
/** Anybody registers the IIN. */
async function squat() {
  const body = { iin: saule, fullName: 'Өтірік Біреу', email: 'x@example.kz', language: 'kk' as const, password };
  await registerAccount({ body }, { accounts, now: start, newId, newSalt });
  return (await accounts.findByIin(saule))!;
}

describe('an applicant whom an EDS has proved', () => {
  const proved = {
    ...accountOf(saule),
    email: 'own@example.kz',
    confirmed: { at: start.toISOString(), name: 'АХМЕТОВА САУЛЕ' },
  };
  beforeEach(() => seedAccount(table, proved, password));

  it('is offered the post in their own account, and keeps name, contacts and password', async () => {
    await employ();
    expect(await accounts.findByIin(saule)).toMatchObject({
      ...{ ...proved, offered: post, createdBy: 'admin' },
      events: [{ at: after(100).toISOString(), code: 'post-offered' }],
      notices: [{ code: 'post-offered' }],
    });
    expect([await opens(password), await opens(chosen)]).toEqual([true, false]);
  });

  it('stays in their sessions, as the citizen that they are until they accept', async () => {
    await employ();
    const now = (await accounts.findByIin(saule))!;
    expect(isSessionOf({ account: proved.id }, now)).toBe(true);
    expect(actorOf(now)).toEqual({ role: 'applicant' });
  });

  it('does not show their contacts to the administrator', async () => {
    const answered = await employ();
    expect(answered).toMatchObject({
      body: { account: proved.id, offered: { role: 'mio-officer' }, fullName: proved.fullName },
    });
    expect(contract.answer.parse((answered as { body: unknown }).body)).not.toHaveProperty('email');
    expect(JSON.stringify(answered)).not.toContain('@');
  });

  it('is hired once, by one of many administrators', async () => {
    const all = await Promise.all(Array.from({ length: 4 }, (_, i) => employ({}, accounts, after(100 + i))));
    expect(all.filter((each) => 'body' in each)).toHaveLength(1);
    expect(await employ({}, accounts, after(300))).toEqual({ refused: 'account/exists' });
  });

  it('is not hired into an account that was closed', async () => {
    await accounts.change(proved.id, (kept) => ({
      ...kept,
      account: { ...kept.account, closed: start.toISOString() },
    }));
    expect(await employ()).toEqual({ refused: 'account/exists' });
  });
});

describe('an account that anybody may have registered', () => {
  it('is replaced: the employee gets another, with the password that the administrator chose', async () => {
    const stranger = await squat();
    await employ();
    const hired = await accounts.findByIin(saule);
    expect(hired).toMatchObject({ ...own, offered: post, formerly: stranger.id, createdBy: 'admin', language: 'ru' });
    expect(hired?.id).not.toBe(stranger.id);
    expect(hired).not.toHaveProperty('confirmed');
    expect([await opens(password), await opens(chosen)]).toEqual([false, true]);
    const left = await accounts.credentialsOf(stranger.id);
    expect(left).toMatchObject({ account: { heir: hired?.id, notices: [] } });
    expect(left?.passwordHash).toBeUndefined();
    expect(isSessionOf({ account: stranger.id }, left!.account)).toBe(false);
  });

  it('leaves no password if the administrator chose none', async () => {
    await squat();
    await employ({});
    expect((await accounts.findCredentials(saule))?.passwordHash).toBeUndefined();
  });

  it('is the employee’s own after their first EDS, which ends the password that two people know', async () => {
    await squat();
    await employ();
    const hired = await accounts.findByIin(saule);
    expect(await prove()).toMatchObject({ id: hired?.id, offered: post, formerly: hired?.formerly, confirmed: {} });
    expect(await opens(chosen)).toBe(false);
  });

  it('opens only by EDS if the hiring stops half-way, and repeating the call finishes the hiring', async () => {
    const stranger = await squat();
    const stopping: Accounts = {
      ...accounts,
      change: (id, transition) =>
        id === stranger.id ? accounts.change(id, transition) : Promise.reject(new Error('stopped')),
    };
    await expect(employ({ password: chosen }, stopping)).rejects.toThrow('stopped');
    const between = await accounts.findCredentials(saule);
    expect(between?.account).toMatchObject({ role: 'applicant', formerly: stranger.id, createdBy: 'admin' });
    expect(between?.passwordHash).toBeUndefined();
    await employ();
    expect(await accounts.findByIin(saule)).toMatchObject({ offered: post, id: between?.account.id });
    expect(await opens(chosen)).toBe(true);
  });

  it('becomes one account without a password if an EDS and an administrator come at once', async () => {
    for (let round = 0; round < 4; round += 1) {
      const stranger = await squat();
      const [owner] = await Promise.all([prove(), employ()]);
      const kept = await accounts.findCredentials(saule);
      expect(kept?.account).toMatchObject({ offered: post, id: owner?.id, formerly: stranger.id, confirmed: {} });
      expect(kept?.passwordHash).toBeUndefined();
      await accounts.release(saule, owner!.id);
    }
  });
});

describe('hiring', () => {
  const by = { person: said as never, post: post as never, passwordHash: 'h', administrator: 'admin', at: after(1) };

  it('recognises its own write, because a put whose answer was lost is sent twice', () => {
    const confirmed = { at: start.toISOString(), name: 'А' };
    const once = hire({ account: { ...accountOf(saule), confirmed } }, by);
    expect(hire(once as never, by)).toBe(once);
    expect(hire(once as never, { ...by, administrator: 'another' })).toEqual({ refused: 'account/exists' });
  });

  it('gives no post to an account for which nobody vouches', () => {
    expect(hire({ account: accountOf(saule) }, by)).toEqual({ refused: 'account/exists' });
  });
});
