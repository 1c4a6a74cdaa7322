import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { changePost } from '../../../../functions/accounts/change-post/change-post.ts';
import { contract } from '../../../../functions/accounts/change-post/contract.ts';
import { openRequests } from '../../../../lib/adapters/dynamo/requests.ts';
import { openAccounts } from '../../../../lib/adapters/identity/accounts.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import type { Account } from '../../../../lib/domain/identity/account.ts';
import { actorOf, isSessionOf } from '../../../../lib/domain/identity/session.ts';
import { demoIin } from '../../../../lib/local/demo/demo-number.ts';
import { claim } from '../../../../lib/domain/request/work/officer.ts';
import { openMemoryTable } from '../../../lib/adapters/identity/memory-table.ts';
import { accountOf, daniyar, saule } from '../../../lib/adapters/identity/people.ts';
import { after, draft, must, numbered, opened, serik } from '../../../lib/domain/request/example.ts';

const { office } = draft();
const confirmed = { at: after(0).toISOString(), name: 'А' };
const serving: Account = {
  ...{ ...accountOf(saule, 'mio-officer', office), id: serik.account, position: 'специалист', confirmed },
  email: 'officer@example.kz',
};
const boss = (id: string, iin: string): Account => ({
  ...accountOf(iin, 'administrator'),
  id,
  email: `${id}@example.kz`,
});
const administrator: Caller = { account: 'admin', role: 'administrator', session: 's' };

let table: Awaited<ReturnType<typeof openMemoryTable>>;
let needs: Parameters<typeof changePost>[2];
beforeEach(async () => {
  table = await openMemoryTable();
  const accounts = openAccounts(table);
  for (const each of [serving, boss('admin', daniyar), boss('other-admin', demoIin('1980-01-01', 'male', 41))])
    await accounts.add(each, 'h');
  needs = { accounts, requests: openRequests(table), isWorkplace: (_, place) => place !== 'nowhere', now: after(100) };
});
afterEach(() => table.close());

const change = (body: object, account = serving.id, caller = administrator) =>
  changePost({ params: { account }, body: contract.body.parse(body) }, caller, needs);
const kept = async () => (await needs.accounts.find(serving.id))!;

/** A request whose work the officer has claimed. */
async function claimed() {
  const request = must(claim(opened(numbered(), '05-mio-accept', 'accept'), serik, after(5)));
  await needs.requests.replace({ ...request, version: 1 }, { ...request, version: 0 });
  await openRequests(table).add({ ...request, version: 0 });
  return request.id;
}

describe('an employee who is dismissed', () => {
  it('is a citizen with their cabinet; their sessions end and their work is in the queue again', async () => {
    const id = await claimed();
    expect(await change({ act: 'dismiss' })).toMatchObject({
      body: { account: serving.id },
      about: { subject: serving.id },
    });
    const left = await kept();
    expect(left).toMatchObject({ role: 'applicant', confirmed, notices: [{ code: 'dismissed' }] });
    for (const gone of ['office', 'position', 'offered']) expect(left).not.toHaveProperty(gone);
    expect(isSessionOf({ account: serving.id }, left)).toBe(false);
    const request = await needs.requests.find(id);
    expect(request).not.toHaveProperty('work.claimedBy');
    expect(request?.events.at(-1)).toMatchObject({ code: 'work-released', by: 'admin', as: { role: 'administrator' } });
    expect(await change({ act: 'dismiss' })).toEqual({ refused: 'staff/unknown' });
  });

  it('leaves to others what they have claimed', async () => {
    const id = await claimed();
    await openAccounts(table).add(
      { ...accountOf(demoIin('1980-01-01', 'male', 42), 'mio-officer', office), id: 'another' },
      'h',
    );
    await change({ act: 'dismiss' }, 'another');
    expect(await needs.requests.find(id)).toHaveProperty('work.claimedBy.account', serik.account);
  });
});

it('one who is suspended acts as a citizen, until restored to the same post', async () => {
  await claimed();
  await change({ act: 'suspend' });
  expect(actorOf(await kept())).toEqual({ role: 'applicant' });
  expect(isSessionOf({ account: serving.id }, await kept())).toBe(false);
  await change({ act: 'restore' });
  expect(actorOf(await kept())).toEqual({ role: 'mio-officer', office });
  expect((await kept()).events?.map(({ code }) => code)).toEqual(['suspended', 'restored']);
});

it('one who is moved keeps their post until they accept the other, and their sessions go on', async () => {
  const answered = await change({ act: 'move', role: 'mio-head', office: 'turkestan', position: 'руководитель' });
  expect(answered).toMatchObject({
    body: { post: { role: 'mio-officer' }, offered: { role: 'mio-head', office: 'turkestan' } },
  });
  expect(actorOf(await kept())).toEqual({ role: 'mio-officer', office });
  expect(isSessionOf({ account: serving.id }, await kept())).toBe(true);
  expect(await change({ act: 'move', role: 'mio-head', office: 'nowhere', position: 'руководитель' })).toEqual({
    refused: 'account/office-required',
  });
});

it('tells the person and the other administrators, each once', async () => {
  await change({ act: 'suspend' });
  await change({ act: 'restore' });
  const codes = async (id: string) => ((await needs.accounts.find(id))?.notices ?? []).map(({ code }) => code);
  expect(await codes(serving.id)).toEqual(['post-suspended', 'post-restored']);
  expect(await codes('other-admin')).toEqual(['posts-changed']);
  expect(await codes('admin')).toEqual([]);
});

it('nobody changes their own post, and citizens have none', async () => {
  expect(await change({ act: 'suspend' }, 'admin')).toEqual({ refused: 'staff/own-post' });
  await openAccounts(table).add({ ...accountOf(demoIin('1980-01-01', 'male', 42)), id: 'citizen' }, 'h');
  for (const each of ['citizen', 'nobody'])
    expect(await change({ act: 'suspend' }, each)).toEqual({ refused: 'staff/unknown' });
});
