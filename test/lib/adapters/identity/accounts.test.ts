import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DeleteCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { iinPartition, openAccounts } from '../../../../lib/adapters/identity/accounts.ts';
import { seedAccount } from '../../../../lib/adapters/identity/seed-account.ts';
import { isRefusal } from '../../../../lib/domain/problem/problem.ts';
import { openMemoryTable } from './memory-table.ts';
import { accountOf, daniyar, saule } from './people.ts';

let table: Awaited<ReturnType<typeof openMemoryTable>>;
beforeAll(async () => (table = await openMemoryTable()));
afterAll(() => table.close());
beforeEach(async () => {
  const { Items = [] } = await table.client.send(new ScanCommand({ TableName: table.name }));
  for (const { pk, sk } of Items)
    await table.client.send(new DeleteCommand({ TableName: table.name, Key: { pk, sk } }));
});

describe('an account', () => {
  it('is found by its id and by its IIN, as it was added', async () => {
    const accounts = openAccounts(table);
    const account = accountOf(saule, 'mio-officer', 'otyrar');
    expect(await accounts.add(account, 'hash')).toEqual(account);
    expect(await accounts.find(account.id)).toEqual(account);
    expect(await accounts.findByIin(saule)).toEqual(account);
    expect(await accounts.findByIin(daniyar)).toBeUndefined();
    expect(await accounts.find('nobody')).toBeUndefined();
  });

  it('is the only one for an IIN, also when many are opened at the same time', async () => {
    const accounts = openAccounts(table);
    const added = await Promise.all(
      Array.from({ length: 20 }, (_, i) => accounts.add({ ...accountOf(saule), id: `racer-${i}` }, `hash-${i}`)),
    );
    const winners = added.filter((result) => !isRefusal(result));
    expect(winners).toHaveLength(1);
    expect(await accounts.findByIin(saule)).toEqual(winners[0]);
    expect(added.filter(isRefusal).map(({ refused }) => refused)).toEqual(Array(19).fill('account/exists'));
  });

  it('that stopped between its two writes is completed by the next attempt', async () => {
    const accounts = openAccounts(table);
    const Item = { pk: iinPartition(saule), sk: 'ACCOUNT', id: 'stopped' };
    await table.client.send(new PutCommand({ TableName: table.name, Item }));
    expect(await accounts.findByIin(saule)).toBeUndefined();
    expect(await accounts.add(accountOf(saule), 'hash')).toMatchObject({ id: 'stopped' });
    expect(await accounts.findByIin(saule)).toMatchObject({ id: 'stopped', iin: saule });
  });

  it('has no IIN in its keys', async () => {
    await openAccounts(table).add({ ...accountOf(saule), id: 'some-id' }, 'hash');
    const { Items = [] } = await table.client.send(new ScanCommand({ TableName: table.name }));
    expect(Items).toHaveLength(2);
    for (const { pk, sk } of Items) expect(`${pk}${sk}`).not.toContain(saule);
  });

  it('is seeded once', async () => {
    const first = await seedAccount(table, accountOf(daniyar, 'administrator'), 'түркістан-жол');
    const again = await seedAccount(table, { ...accountOf(daniyar, 'auditor'), id: 'other' }, 'басқа-құпия-сөз');
    expect(again).toEqual(first);
  });
});
