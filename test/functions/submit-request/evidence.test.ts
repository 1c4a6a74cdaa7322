import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { S3Client } from '@aws-sdk/client-s3';
import { startFauxqs } from 'fauxqs';
import { showSignatureReport } from '../../../functions/show-signature-report/show-signature-report.ts';
import { contract } from '../../../functions/show-signature-report/contract.ts';
import { submitRequest } from '../../../functions/submit-request/submit-request.ts';
import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openDocuments } from '../../../lib/adapters/s3/documents.ts';
import { openEdsCheck } from '../../../lib/adapters/trust/check-eds.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal } from '../../../lib/domain/problem/problem.ts';
import { findService } from '../../../lib/domain/regulation/cards.ts';
import { isSubmitted } from '../../../lib/domain/request/request.ts';
import { signableBytes } from '../../../lib/domain/request/submission.ts';
import { readEvidence, writeReport } from '../../../lib/eds/evidence-file.ts';
import { verifyEds } from '../../../lib/eds/verify.ts';
import { openMemoryTable } from '../../identity/memory-table.ts';
import { start } from '../../identity/people.ts';
import { draft } from '../../request/example.ts';
import { edsSettings, makeAuthority, sign } from '../../trust/authority.ts';

const root = join(import.meta.dirname, '../../..');
let table: Awaited<ReturnType<typeof openMemoryTable>>;
let server: Awaited<ReturnType<typeof startFauxqs>>;
let client: S3Client;
beforeAll(async () => {
  table = await openMemoryTable();
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
  await table.close();
});

/** The example's draft, submitted with a signature whose evidence is all in the trust bucket. */
async function submitExample() {
  const authority = await makeAuthority();
  const [rootList, ncaList] = authority.crls();
  const trust = {
    readAll: async (folder: string) =>
      new Map(
        folder === 'crls/'
          ? [['root', rootList] as const, ['nca', ncaList] as const]
          : [['root', authority.root.certificate] as const, ['nca', authority.nca.certificate] as const],
      ),
  };
  const filled = { postalCode: '160000', phone: '87252000000', sik: 'А123456789012345' };
  const request = { ...draft(), form: { ...draft().form, ...filled } };
  const signer = await authority.issue(request.applicant.iin, 'signature');
  const cms = Buffer.from(sign(signer, signableBytes(request))).toString('base64');
  const requests = openRequests(table);
  const documents = openDocuments('documents', client);
  await requests.add(request);
  const caller: Caller = { account: request.applicant.account ?? '', role: 'applicant', session: 'session' };
  const asked = {
    params: { id: request.id },
    language: 'ru' as const,
    sourceIp: '',
    query: undefined,
    headers: undefined,
  };
  const needs = {
    requests,
    documents,
    attachments: { read: async () => undefined },
    machines: { start: async () => {} },
    checkEds: openEdsCheck(edsSettings(authority.anchor), trust),
    findService,
    now: new Date(start.getTime() + 7200_000),
  };
  const answered = await submitRequest({ ...asked, body: { cms } }, caller, needs);
  if (isRefusal(answered)) throw new Error(answered.refused);
  const kept = await requests.find(request.id);
  if (!kept || !isSubmitted(kept)) throw new Error('it was not submitted');
  return { caller, asked: { ...asked, body: undefined }, requests, documents, submission: kept.submission };
}

it('keeps with a request what its report rests on: the report is made from it again, byte for byte, and is shown in words', async () => {
  const { caller, asked, requests, documents, submission } = await submitExample();
  const read = async (key: string) => Buffer.from(await documents.read(key)).toString();
  const [report, evidence] = [await read(submission.reportKey), await read(submission.evidenceKey)];
  expect(writeReport(verifyEds(readEvidence(evidence)))).toBe(report);
  expect(JSON.parse(report)).toMatchObject({ verdict: 'passed' });

  // As an auditor does it: the file alone, on another machine, years later.
  const file = join(mkdtempSync(join(tmpdir(), 'e-akimat-evidence-')), 'evidence.json');
  writeFileSync(file, evidence);
  const node = join(root, 'node_modules/.bin/node');
  const args = ['bin/eds.ts', 'verify', '--evidence', file, '--json'];
  expect(execFileSync(node, args, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] }).toString()).toBe(report);

  for (const [language, said] of [
    ['ru', 'Подпись действительна.'],
    ['kk', 'Қолтаңба жарамды.'],
  ] as const) {
    const shown = await showSignatureReport({ ...asked, language }, caller, { requests, documents });
    if (isRefusal(shown)) throw new Error(shown.refused);
    const { submission: shownReport, text } = contract.answer.parse(shown.body);
    expect(shownReport).toEqual(JSON.parse(report));
    expect(text.submission.split('\n')[0]).toBe(said);
  }
});
