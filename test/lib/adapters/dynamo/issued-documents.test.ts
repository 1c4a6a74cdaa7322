import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openIssuedDocuments } from '../../../../lib/adapters/dynamo/issued-documents.ts';
import { issuedDocument } from '../../../../lib/domain/output/issued-document.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { correct } from '../../../../lib/domain/request/correction/correct.ts';
import type { DecidedRequest } from '../../../../lib/domain/request/request.ts';
import { correction, issued } from '../../domain/request/correction-example.ts';
import { must } from '../../domain/request/example.ts';
import { openMemoryTable } from '../identity/memory-table.ts';

let table: Awaited<ReturnType<typeof openMemoryTable>>;
beforeAll(async () => (table = await openMemoryTable()));
afterAll(() => table.close());

it('a document that was withdrawn is not made genuine by a late repetition of a row', async () => {
  const documents = openIssuedDocuments(table);
  const request = issued() as DecidedRequest;
  const service = findService(request.service, request.regulationVersion)!;
  const genuine = issuedDocument(request, service);
  const withdrawn = issuedDocument(must(correct(request, correction('withdraw'))), service);
  await documents.record(genuine);
  await documents.record(genuine);
  expect(await documents.find(genuine.number)).toEqual(genuine);
  await documents.record(withdrawn);
  await documents.record(genuine);
  expect(await documents.find(genuine.number)).toEqual(withdrawn);
  await documents.record({ ...withdrawn, replacedBy: 'N' });
  expect(await documents.find(genuine.number)).toMatchObject({ status: 'withdrawn', replacedBy: 'N' });
});

it('a proof that is known later enters the register, changes nothing else, and makes no document', async () => {
  const documents = openIssuedDocuments(table);
  const request = issued() as DecidedRequest;
  const entered = {
    ...issuedDocument(request, findService(request.service, request.regulationVersion)!),
    number: 'P-1',
  };
  const proof = { until: '2031-11-29T09:00:00.000Z', endsBy: 'tsa-certificate' } as const;
  await documents.prove('P-1', proof);
  expect(await documents.find('P-1')).toBeUndefined();
  await documents.record(entered);
  await documents.prove('P-1', proof);
  expect(await documents.find('P-1')).toEqual({ ...entered, proof });
});
