import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { changeAccount } from '../../../../functions/accounts/change-account/change-account.ts';
import { confirmEmail } from '../../../../functions/accounts/confirm-email/confirm-email.ts';
import { sweepAccount } from '../../../../functions/schedule/sweep/sweep-account.ts';
import { openAccounts, type Accounts } from '../../../../lib/adapters/identity/accounts.ts';
import { seedAccount } from '../../../../lib/adapters/identity/seed-account.ts';
import { codeRules } from '../../../../lib/domain/identity/asked-email.ts';
import { openMemoryTable } from '../../../lib/adapters/identity/memory-table.ts';
import { accountOf, password, saule, start } from '../../../lib/adapters/identity/people.ts';
import { asked } from '../../asked.ts';

const own = 'old@example.kz';
const other = 'new@example.kz';
const { id, fullName } = accountOf(saule);
const caller = { account: id, role: 'applicant', session: 's' } as const;
const minutes = (n: number) => new Date(start.getTime() + n * 60_000);

let table: Awaited<ReturnType<typeof openMemoryTable>>;
let accounts: Accounts;
/** To whom a letter went, and what it says. */
let mails: [string, string][];
let codes: string[];
beforeEach(async () => {
  table = await openMemoryTable();
  accounts = openAccounts(table);
  mails = [];
  codes = ['111111', '222222', '333333', '444444', '555555', '666666'];
  await seedAccount(table, { ...accountOf(saule), email: own }, password);
});
afterEach(() => table.close());

const digestOf = async (text: string) => `digest of ${text}`;
const want = (email: string | undefined, now = start) =>
  changeAccount({ body: { fullName, language: 'ru', ...(email && { email }) } }, caller, { accounts, now });
const confirm = (code: string, now = minutes(1)) =>
  confirmEmail(asked({ body: { code } }), caller, { accounts, digestOf, now });
const mail = (now = start, accepted = true) =>
  sweepAccount(id, {
    accounts,
    requests: { listByApplicant: () => Promise.reject(new Error()), listByFiler: () => Promise.reject(new Error()) },
    sendMail: async (to, { text }) => (mails.push([to, text]), accepted),
    codeDigestOf: digestOf,
    newCode: () => codes.shift() ?? '',
    publicUrl: 'http://localhost:3000',
    now,
  });

it('another address gets a code and nothing else, and is the account’s own once the code was typed in', async () => {
  expect(await want(other)).toMatchObject({ body: { email: own, askedEmail: { email: other } } });
  await mail();
  expect(mails).toEqual([[other, expect.stringContaining('111111')]]);
  expect(mails[0]![1]).not.toContain(fullName);
  expect(JSON.stringify(await accounts.find(id))).not.toContain('"111111"');
  expect(await confirm('111111')).toMatchObject({ body: { email: other } });
  expect(await accounts.find(id)).not.toHaveProperty('askedEmail');
  expect(await confirm('111111')).toEqual({ refused: 'email/not-asked' });
});

it('a wrong code is counted, and after five of them the right one confirms nothing', async () => {
  await want(other);
  await mail();
  for (let left = codeRules.wrong - 1; left >= 0; left -= 1)
    expect(await confirm('000000')).toEqual({ refused: 'email/wrong-code', facts: { left: `${left}` } });
  expect(await confirm('111111')).toEqual({ refused: 'email/code-over' });
  expect((await accounts.find(id))?.email).toBe(own);
});

it('many wrong codes at once are counted one by one', async () => {
  await want(other);
  await mail();
  await Promise.all(Array.from({ length: 4 }, () => confirm('000000')));
  expect((await accounts.find(id))?.askedEmail?.wrong).toBe(4);
});

it('a code works for fifteen minutes, and not before its letter went', async () => {
  await want(other);
  expect(await confirm('111111')).toEqual({ refused: 'email/code-over' });
  await mail();
  expect(await confirm('111111', minutes(codeRules.minutes))).toEqual({ refused: 'email/code-over' });
  expect(await confirm('111111', minutes(codeRules.minutes - 1))).toMatchObject({ body: { email: other } });
});

it('a letter that is tried again has another code, and only the last one confirms', async () => {
  await want(other);
  await mail(start, false);
  await mail(minutes(2));
  expect(mails.map(([, text]) => /\d{6}/.exec(text)?.[0])).toEqual(['111111', '222222']);
  expect(await confirm('111111', minutes(3))).toMatchObject({ refused: 'email/wrong-code' });
  expect(await confirm('222222', minutes(3))).toMatchObject({ body: { email: other } });
});

it('the same address again asks for nothing while its code works, and five letters go in a day', async () => {
  for (let letter = 0; letter < codeRules.letters; letter += 1) {
    const now = minutes(letter * 20);
    expect(await want(other, now)).toHaveProperty('body');
    await mail(now);
    await want(other, minutes(letter * 20 + 1));
    await mail(minutes(letter * 20 + 1));
    expect(mails).toHaveLength(letter + 1);
  }
  const most = { refused: 'email/too-many', facts: { most: `${codeRules.letters}` } };
  expect(await want('third@example.kz', minutes(120))).toEqual(most);
  // Going back to one's own address and away again does not begin anew.
  await want(own, minutes(121));
  expect(await want(other, minutes(122))).toEqual(most);
  expect(await want(other, minutes(24 * 60))).toHaveProperty('body');
});

it('without an address nothing is mailed any more', async () => {
  await want(other);
  await want(undefined);
  const account = await accounts.find(id);
  expect(account).not.toHaveProperty('email');
  expect(account).not.toHaveProperty('askedEmail');
  await mail();
  expect(mails).toEqual([]);
});
