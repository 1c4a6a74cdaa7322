import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openRequests } from '../../../../lib/adapters/dynamo/requests.ts';
import { findService, serviceIds } from '../../../../lib/domain/regulation/cards.ts';
import { Request } from '../../../../lib/domain/request/request.ts';
import { SCHEMA, upgradeRequest } from '../../../../lib/domain/request/upgrade.ts';
import first from '../../../../statemachines/versions/first.json' with { type: 'json' };
import { openMemoryTable } from '../../adapters/identity/memory-table.ts';

type Item = { readonly pk: string; readonly schema?: number; readonly request: Record<string, unknown> };

/** As the release of that schema wrote it into the table: the demo story, played to its end. */
const captured = (schema: number) =>
  JSON.parse(readFileSync(join(import.meta.dirname, `items/schema-${schema}.json`), 'utf8')) as Item;

describe('what an older release wrote', () => {
  const earlier = Array.from({ length: SCHEMA - 1 }, (_, index) => index + 1);

  it.each(earlier)('in schema %i is read with everything that it held', (schema) => {
    const { request, schema: written } = captured(schema);
    const read = Request.parse(upgradeRequest(written, request));
    expect(read).toMatchObject(request);
  });

  it('in schema 1 uses the first version of its regulation', () => {
    const { request } = captured(1);
    expect(request).not.toHaveProperty('regulationVersion');
    const read = Request.parse(upgradeRequest(undefined, request));
    expect(read.regulationVersion).toBe(first['south-kazakhstan-unemployed-certificate']);
  });

  it('every service of schema 1 has its first version among the kept ones', () => {
    for (const [id, version] of Object.entries(first)) expect(findService(id, version)?.id).toBe(id);
    expect(Object.keys(first).filter((id) => !serviceIds.includes(id))).toEqual([]);
  });

  it('in schema 2 is not counted in its queue yet, if it stands in one', () => {
    expect(upgradeRequest(2, captured(2).request)).toMatchObject({ state: 'queued', uncounted: true });
    const registered = { state: 'decided', decision: { outcome: 'approved', interim: true } };
    expect(upgradeRequest(2, registered)).toEqual({ ...registered, uncounted: true });
    for (const other of [{ state: 'draft' }, { state: 'decided', decision: { outcome: 'approved' } }])
      expect(upgradeRequest(2, other)).toEqual(other);
  });

  it("an item of today's schema is not changed", () => {
    const read = upgradeRequest(undefined, captured(1).request);
    expect(upgradeRequest(SCHEMA, read)).toEqual(read);
  });
});

it.each([SCHEMA + 1, 0, '2', 1.5])('schema %j is refused, so that nothing of a newer release is lost', (schema) => {
  expect(() => upgradeRequest(schema, {})).toThrow(`a request of schema ${schema}`);
});

describe('in the table', () => {
  let table: Awaited<ReturnType<typeof openMemoryTable>>;
  beforeAll(async () => {
    table = await openMemoryTable();
  });
  afterAll(() => table.close());

  it("an item of schema 1 is read and changed, and only then written in today's schema", async () => {
    const item = captured(1);
    await table.client.send(new PutCommand({ TableName: table.name, Item: item }));
    const requests = openRequests(table);
    const read = await requests.find(item.pk.slice('REQUEST#'.length));
    expect(read?.state).toBe('issued');
    expect(await requests.replace({ ...read!, version: read!.version + 1 }, read!)).toBe('replaced');
    expect(await requests.find(read!.id)).toEqual({ ...read, version: read!.version + 1 });
    expect((await requests.listByApplicant(read!.applicant.account!, { limit: 5 })).lines).toHaveLength(1);
  });

  it('an item of schema 2 is counted once in its queue, with its first change', async () => {
    const item = captured(2);
    await table.client.send(new PutCommand({ TableName: table.name, Item: item }));
    const requests = openRequests(table);
    const waiting = (await requests.find(item.pk.slice('REQUEST#'.length)))!;
    const counted = async () => (await requests.tallyQueue(waiting)).map(({ waiting: n, joined }) => [n, joined]);
    expect([await counted(), (await requests.listQueue(waiting.office, waiting.service, { limit: 5 })).listed]).toEqual(
      [[], 0],
    );
    // Two writers have read it; one of them counts it.
    const next = { ...waiting, version: waiting.version + 1 };
    const results = await Promise.all([requests.replace(next, waiting), requests.replace(next, waiting)]);
    expect(results.toSorted()).toEqual(['changed-meanwhile', 'replaced']);
    const again = (await requests.find(waiting.id))!;
    await requests.replace({ ...again, version: again.version + 1 }, again);
    expect([await counted(), (await requests.listQueue(waiting.office, waiting.service, { limit: 5 })).listed]).toEqual(
      [[[1, 1]], 1],
    );
    expect(again).not.toHaveProperty('uncounted');
  });

  it('an item of a newer release is not read', async () => {
    const item = captured(1);
    await table.client.send(new PutCommand({ TableName: table.name, Item: { ...item, schema: SCHEMA + 1 } }));
    await expect(openRequests(table).find(item.pk.slice('REQUEST#'.length))).rejects.toThrow(`of schema ${SCHEMA + 1}`);
  });
});
