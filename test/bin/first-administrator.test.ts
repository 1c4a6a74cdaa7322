import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openAccounts } from '../../lib/adapters/identity/accounts.ts';
import { makeFirst } from '../../lib/adapters/identity/first-administrator.ts';
import { seedAccount } from '../../lib/adapters/identity/seed-account.ts';
import { matchesPassword } from '../../lib/domain/identity/password.ts';
import { openMemoryTable } from '../lib/adapters/identity/memory-table.ts';
import { accountOf, daniyar, password, saule } from '../lib/adapters/identity/people.ts';
import { runCommand } from './run-command.ts';

let table: Awaited<ReturnType<typeof openMemoryTable>>;
beforeEach(async () => (table = await openMemoryTable()));
afterEach(() => table.close());

const run = (lines: readonly string[], ...args: readonly string[]) =>
  runCommand('first-administrator', { args, endpoint: table.url, lines });
const person = [daniyar, 'Омаров Данияр Серикович', 'администратор'];

describe('the first administrator of a deployment', () => {
  it('is opened once, with a password that is asked for but not shown', async () => {
    const first = await run([...person, password], '--table', table.name);
    expect(first).toMatchObject({ code: 0, out: expect.stringMatching(/^account \w{26} is that of the first/) });
    const kept = await openAccounts(table).findCredentials(daniyar);
    expect(kept?.account).toMatchObject({
      ...{ role: 'applicant', createdBy: 'deployment' },
      offered: { role: 'administrator', position: 'администратор' },
    });
    expect(await matchesPassword(password, kept?.passwordHash ?? '')).toBe(true);
    for (const said of [first.out, first.complaint]) expect(said).not.toContain(password);

    const again = await run([saule, ...person.slice(1), password], '--table', table.name);
    expect(again).toMatchObject({ code: 1, complaint: expect.stringContaining('there is an administrator already') });
    expect(await openAccounts(table).findByIin(saule)).toBeUndefined();
  });

  it('may sign in only by EDS', async () => {
    expect(await run([...person, ''], '--table', table.name)).toMatchObject({ code: 0 });
    const kept = await openAccounts(table).findCredentials(daniyar);
    expect(kept?.account.offered?.role).toBe('administrator');
    expect(kept?.passwordHash).toBeUndefined();
  });

  it('may be an applicant already: they get the post, and a password only if the deployment gives one', async () => {
    await seedAccount(table, accountOf(daniyar), 'бұрынғы-құпия-сөз');
    expect(await run([...person, ''], '--table', table.name)).toMatchObject({ code: 0 });
    const kept = await openAccounts(table).findCredentials(daniyar);
    expect(kept?.account).toMatchObject({
      ...{ offered: { role: 'administrator' }, createdBy: 'deployment', fullName: person[1] },
      formerly: accountOf(daniyar).id,
    });
    expect(kept?.passwordHash).toBeUndefined();
    const again = await run([saule, ...person.slice(1), password], '--table', table.name);
    expect(again).toMatchObject({ code: 1, complaint: expect.stringContaining('there is an administrator already') });
  });

  it('follows the rules of every account; nothing is written for one that does not', async () => {
    const wrong = await run(['900101350123', person[1]!, person[2]!, 'short'], '--table', table.name);
    expect(wrong.code).toBe(65);
    expect(wrong.complaint).toMatch(/iin: .*\n?.*password: /s);
    expect(await run([...person, `${daniyar}-x`], '--table', table.name)).toMatchObject({ code: 1 });
    expect(await run(person)).toMatchObject({ code: 64 });
    expect(await openAccounts(table).findByIin(daniyar)).toBeUndefined();
    expect(await run([...person, password], '--table', table.name)).toMatchObject({ code: 0 });
  });

  it('is only one of two who are made at once', async () => {
    const make = (iin: string) =>
      makeFirst(table, iin, () => seedAccount(table, accountOf(iin, 'administrator'), password));
    const made = await Promise.all([make(daniyar), make(saule)]);
    const refused = made.filter((each) => typeof each === 'string');
    expect(refused).toHaveLength(1);
    const [one, other] = await Promise.all([daniyar, saule].map((iin) => openAccounts(table).findByIin(iin)));
    expect([one, other].filter((account) => account !== undefined)).toHaveLength(1);
  });
});
