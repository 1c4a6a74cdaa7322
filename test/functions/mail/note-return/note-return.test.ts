import { changeMailing } from '../../../../lib/domain/request/mailing/mailing.ts';
import { mailed } from '../../../lib/domain/request/mailing-example.ts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { noteReturn } from '../../../../functions/mail/note-return/note-return.ts';
import { contract } from '../../../../functions/cabinet/list-notices/contract.ts';
import { listNotices } from '../../../../functions/cabinet/list-notices/list-notices.ts';
import { openRequests, type RequestTable } from '../../../../lib/adapters/dynamo/requests.ts';
import { openAccounts } from '../../../../lib/adapters/identity/accounts.ts';
import { tagOfNotice } from '../../../../lib/adapters/mail/notice-tag.ts';
import { sendAllAgain } from '../../../../lib/adapters/mail/send-again.ts';
import { viewAccount } from '../../../../lib/domain/identity/account.ts';
import { setPassword } from '../../../../lib/domain/identity/changes.ts';
import { openMemoryTable } from '../../../lib/adapters/identity/memory-table.ts';
import { accountOf, saule } from '../../../lib/adapters/identity/people.ts';
import { after, numbered } from '../../../lib/domain/request/example.ts';
import { asked, bodyOf } from '../../asked.ts';
import { citizen } from '../../cast.ts';

let table: Awaited<ReturnType<typeof openMemoryTable>>;
let requests: RequestTable;
let accounts: ReturnType<typeof openAccounts>;
beforeAll(async () => {
  table = await openMemoryTable();
  [requests, accounts] = [openRequests(table), openAccounts(table)];
  await requests.add({ ...sent, version: 0 });
  await accounts.add({ ...accountOf(saule), email: 'saule@demo.example', createdBy: 'admin' }, 'hash');
  await accounts.change(`account-${saule}`, (kept) => setPassword(kept, 'other', after(1)));
});
afterAll(() => table.close());

const numberedOnce = numbered();
const sent = {
  ...numberedOnce,
  notices: numberedOnce.notices.map((notice) => ({ ...notice, email: 'sent' as const })),
};
const [notice] = sent.notices;
const event = (id: string, eventType: string, bounceType?: string) => ({
  source: 'aws.ses',
  detail: {
    eventType,
    ...(bounceType && { bounce: { bounceType, bouncedRecipients: [{ emailAddress: 'x@y.kz' }] } }),
    mail: { messageId: '1', tags: { notice: [tagOfNotice(id)], 'ses:configuration-set': ['e-akimat-test-mail'] } },
  },
});
const note = (...of: Parameters<typeof event>) => noteReturn(event(...of), { requests, accounts, now: after(500) });
const emailOf = async () => (await requests.find(sent.id))?.notices[0]?.email;

it('a temporary bounce, or an unknown notice, changes nothing', async () => {
  await note(notice!.id, 'Bounce', 'Transient');
  await note(`${sent.id}:another`, 'Bounce', 'Permanent');
  await note('01KAH7M0000000000000000099:row', 'Complaint');
  expect(await emailOf()).toBe('sent');
});

it('a mail that came back is shown in the cabinet, and can be sent again', async () => {
  await note(notice!.id, 'Bounce', 'Permanent');
  expect(await emailOf()).toBe('returned');
  const query = contract.query.parse({});
  const { notices } = bodyOf(
    contract,
    await listNotices(asked({ query, language: 'ru' }), citizen, { requests, accounts }),
  );
  expect(notices[0]).toMatchObject({ id: notice!.id, email: 'returned' });
  expect(await sendAllAgain({ table, requests, accounts, now: after(600) })).toBe(1);
  expect((await requests.find(sent.id))?.notices[0]).toMatchObject({ email: 'pending', attempts: 0 });
  expect(await sendAllAgain({ table, requests, accounts, now: after(600) })).toBe(0);
});

it.each(['Complaint', 'Reject'])('so is a mail with a %s', async (eventType) => {
  await note(notice!.id, eventType);
  expect(await emailOf()).toBe('returned');
});

it('for an account it is shown beside the contacts, until another mail is sent', async () => {
  const { notices = [], ...account } = (await accounts.find(`account-${saule}`))!;
  expect(viewAccount({ ...account, notices })).not.toHaveProperty('unmailed');
  await note(notices[0]!.id, 'Bounce', 'Permanent');
  const kept = (await accounts.credentialsOf(account.id))!;
  expect(viewAccount(kept.account).unmailed).toEqual([{ at: after(1).toISOString() }]);
  expect(viewAccount(setPassword(kept, 'third', after(2)).account)).not.toHaveProperty('unmailed');
});

it('anything but an event of SES about one of our mails is refused', async () => {
  for (const strange of [
    {},
    { detail: {} },
    event('x', 'Delivery'),
    { detail: { eventType: 'Bounce', mail: { tags: {} } } },
  ])
    await expect(noteReturn(strange, { requests, accounts, now: after(500) })).rejects.toThrow();
});

it('the mail with the address of a result ends the address when it comes back', async () => {
  const id = '01KAH7M0000000000000000077:mailed';
  const result = { ...changeMailing(mailed(), 1, (each) => ({ ...each, notice: id })), id: id.split(':')[0]! };
  await requests.add({ ...result, notices: [{ ...result.notices[0]!, id }] });
  await note(id, 'Bounce', 'Permanent');
  const kept = (await requests.find(result.id))!;
  expect(kept.events.at(-1)?.code).toBe('mailing-returned');
  expect(kept.notices.map(({ code }) => code)).toEqual(['result-mailed', 'result-unmailed']);
});
