import { deflateRawSync } from 'node:zlib';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { packRequest, readRequest } from '../../../../lib/adapters/dynamo/request-item.ts';
import { openRequests } from '../../../../lib/adapters/dynamo/requests.ts';
import { SCHEMA } from '../../../../lib/domain/request/upgrade.ts';
import { draft, numbered, signed } from '../../domain/request/example.ts';
import { openMemoryTable } from '../identity/memory-table.ts';

let table: Awaited<ReturnType<typeof openMemoryTable>>;
beforeEach(async () => (table = await openMemoryTable()));
afterEach(() => table.close());

it.each([draft(), numbered(), signed()])('a request is read as it was packed', (request) => {
  const { packed, ...rest } = packRequest(request);
  expect(readRequest({ ...rest, packed })).toEqual(request);
  expect(packed.length).toBeLessThan(JSON.stringify(request).length);
});

it('nothing of the form and no notice stands beside the packed request', () => {
  const { packed: _, ...rest } = packRequest({ ...draft(), form: { address: 'ул. Тайная' } });
  expect(JSON.stringify(rest)).not.toContain('Тайная');
});

it('an item of an earlier release is a map: it is read, changed once by whoever read its version, and packed then', async () => {
  const requests = openRequests(table);
  const [before, { packed: _, version: __, ...rest }] = [numbered(), packRequest(numbered())];
  await table.client.send(new PutCommand({ TableName: table.name, Item: { ...rest, request: before } }));
  expect(await requests.find(before.id)).toEqual(before);
  const after = { ...before, version: before.version + 1 };
  expect(await requests.replace(after, { ...before, version: 99 })).toBe('changed-meanwhile');
  expect([await requests.replace(after, before), await requests.replace(after, before)]).toEqual([
    'replaced',
    'changed-meanwhile',
  ]);
  expect(await requests.find(before.id)).toEqual(after);
});

it('what inflates beyond every bound, or is no request, is refused and not read', () => {
  const of = (text: string) => ({ schema: SCHEMA, packed: deflateRawSync(text) });
  expect(() => readRequest(of(JSON.stringify({ a: 'a'.repeat(2_000_001) })))).toThrow('larger than 2000000');
  expect(() => readRequest(of('{}'))).toThrow();
  expect(() => readRequest({ schema: SCHEMA + 1, packed: packRequest(draft()).packed })).toThrow('schema');
});
