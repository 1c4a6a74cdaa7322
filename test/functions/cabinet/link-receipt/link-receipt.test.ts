import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startFauxqs } from 'fauxqs';
import { contract } from '../../../../functions/cabinet/link-receipt/contract.ts';
import { linkReceipt } from '../../../../functions/cabinet/link-receipt/link-receipt.ts';
import { renderReceipt } from '../../../../lib/adapters/pdf/receipt.ts';
import { openDocuments } from '../../../../lib/adapters/s3/documents.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import { isRefusal } from '../../../../lib/domain/problem/problem.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { places } from '../../../../lib/domain/regulation/places.ts';
import type { Request } from '../../../../lib/domain/request/request.ts';
import { sha256Hex } from '../../../../lib/domain/digest/sha256.ts';
import { accountOf, daniyar } from '../../../lib/adapters/identity/people.ts';
import { readPdfText } from '../../../lib/domain/output/read-pdf.ts';
import { draft, numbered } from '../../../lib/domain/request/example.ts';

let server: Awaited<ReturnType<typeof startFauxqs>>;
let client: S3Client;
beforeAll(async () => {
  server = await startFauxqs({ port: 0, logger: false });
  server.createBucket('documents');
  client = new S3Client({
    endpoint: `http://127.0.0.1:${server.port}`,
    region: 'eu-central-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
});
afterAll(async () => {
  client.destroy();
  await server.stop();
});

const office = 'south-kazakhstan-employment-arys';
const centre = 'south-kazakhstan-con-arys';
const operator = accountOf(daniyar, 'con-operator', centre);
const filedAtCentre = (): Request => ({
  ...numbered(),
  channel: 'con',
  office,
  filedBy: { account: operator.id, iin: operator.iin, place: centre },
});

const ask = async (request: Request, caller: Caller) => {
  const answered = await linkReceipt(
    {
      params: { id: request.id },
      query: undefined,
      headers: undefined,
      body: undefined,
      language: 'ru',
      sourceIp: '',
    },
    caller,
    {
      requests: { find: async () => request },
      accounts: { find: async (id) => (id === operator.id ? operator : undefined) },
      documents: openDocuments('documents', client),
      findService,
      places,
      renderReceipt,
    },
  );
  return isRefusal(answered) ? answered.refused : contract.answer.parse(answered.body);
};
const session = { session: 's' };

describe('the receipt of a request', () => {
  it('can be downloaded by everybody who may read the request, and names who took the papers and where', async () => {
    const readers: readonly Caller[] = [
      { account: 'applicant-azamat', role: 'applicant', ...session },
      { account: operator.id, role: 'con-operator', office: centre, ...session },
      { account: 'a', role: 'mio-officer', office, ...session },
      { account: 'b', role: 'auditor', ...session },
    ];
    const asked: string[] = [];
    client.middlewareStack.add(
      (next, { commandName = '' }) =>
        (args) => {
          asked.push(commandName);
          return next(args);
        },
      { step: 'initialize' },
    );
    for (const caller of readers) {
      const receipt = await ask(filedAtCentre(), caller);
      if (typeof receipt === 'string') throw new Error(receipt);
      const file = await fetch(receipt.document.url);
      const bytes = new Uint8Array(await file.arrayBuffer());
      expect(file.headers.get('content-type')).toBe('application/pdf');
      expect(sha256Hex(bytes)).toBe(receipt.sha256);
      const text = readPdfText(bytes).join(' ').replaceAll(/\s+/g, ' ');
      expect(text).toContain('SK-UC-2026-000001');
      expect(text).toContain(operator.fullName);
      expect(text).toContain('Отдел занятости и социальных программ города Арыс');
      // What a page prints at once has the same content as the PDF.
      for (const { label, value } of receipt.receipt.fields)
        for (const said of [label, value].flatMap((each) => (typeof each === 'string' ? [each] : [each.kk, each.ru])))
          expect(text).toContain(said.replaceAll(/\s+/g, ' '));
    }
    // Made for the first caller, reused for the others.
    expect(asked.filter((name) => name === 'PutObjectCommand')).toHaveLength(1);
  });

  it('does not exist for others, or before the request has a number', async () => {
    const other: Caller = { account: 'other', role: 'applicant', ...session };
    const elsewhere: Caller = { account: 'c', role: 'mio-officer', office: 'elsewhere', ...session };
    expect(await ask(filedAtCentre(), other)).toBe('request/unknown');
    expect(await ask(filedAtCentre(), elsewhere)).toBe('request/unknown');
    expect(await ask(draft(), { account: 'applicant-azamat', role: 'applicant', ...session })).toBe(
      'receipt/not-ready',
    );
  });
});
