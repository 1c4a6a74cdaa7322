import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { startFauxqs } from 'fauxqs';
import { submitRequest } from '../../functions/submission/submit-request/submit-request.ts';
import { openRequests } from '../../lib/adapters/dynamo/requests.ts';
import { openDocuments } from '../../lib/adapters/s3/documents.ts';
import { openRefusals } from '../../lib/adapters/s3/refusals.ts';
import { openEdsCheck } from '../../lib/adapters/trust/check-eds.ts';
import type { Caller } from '../../lib/domain/access/roles.ts';
import { findService } from '../../lib/domain/regulation/cards.ts';
import type { DraftRequest } from '../../lib/domain/request/request.ts';
import { signableBytes } from '../../lib/domain/request/submission/submission.ts';
import { readEvidence, writeReport } from '../../lib/eds/evidence-file.ts';
import { verifyEds } from '../../lib/eds/verify.ts';
import type { Revocation } from '../../lib/local/authority/crl.ts';
import type { Signer } from '../../lib/signing/signer-info.ts';
import { accountsOf } from './cast.ts';
import { openMemoryTable } from '../lib/adapters/identity/memory-table.ts';
import { after } from '../lib/adapters/identity/people.ts';
import { draft } from '../lib/domain/request/example.ts';
import { noScans } from '../lib/domain/request/no-scans.ts';
import { binOf, makeAuthority, edsSettings, sign } from '../lib/adapters/trust/authority.ts';

const root = join(import.meta.dirname, '../..');

/** Table, documents bucket and the test's own authority, whose lists say what has been revoked. */
export async function openSigningScene() {
  const table = await openMemoryTable();
  const server = await startFauxqs({ port: 0, logger: false });
  for (const bucket of ['documents', 'scans']) server.createBucket(bucket);
  const client = new S3Client({
    endpoint: `http://127.0.0.1:${server.port}`,
    region: 'eu-central-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const authority = await makeAuthority();
  const revoked: Revocation[] = [];
  const lists = { absent: false };
  const trust = {
    readAll: async (folder: string) => {
      const [rootList, ncaList] = authority.crls(after(0), revoked);
      const { root: anchor, nca } = authority;
      if (folder === 'crls/' && lists.absent) return new Map();
      return folder === 'crls/'
        ? new Map([['root', rootList] as const, ['nca', ncaList] as const])
        : new Map([['root', anchor.certificate] as const, ['nca', nca.certificate] as const]);
    },
  };
  const requests = openRequests(table);
  const documents = openDocuments('documents', client);
  const refused = openRefusals('scans', client);
  /** A check that has just read the trust bucket, as another function's would. */
  const checkEds = () => openEdsCheck(edsSettings(authority.anchor), trust);
  const read = async (key: string) => Buffer.from(await documents.read(key)).toString();

  return {
    ...{ authority, revoked, lists, requests, documents, refused, checkEds, read },
    /** The content of a folder of a bucket. */
    keys: async (Prefix: string, Bucket: 'documents' | 'scans' = 'documents') =>
      ((await client.send(new ListObjectsV2Command({ Bucket, Prefix }))).Contents ?? []).map(({ Key }) => Key),
    async close() {
      client.destroy();
      await server.stop();
      await table.close();
    },

    /** Submits a draft of the example's, filled, with the signer's CMS over it. */
    async submit(more: Partial<DraftRequest>, caller: Caller, signer: Signer, { now = after(7200), until = '' } = {}) {
      const filled = { postalCode: '160000', phone: '87252000000', sik: 'А123456789012345' };
      const request = { ...draft(), form: { ...draft().form, ...filled }, ...more };
      await requests.add(request);
      const cms = Buffer.from(sign(signer, signableBytes(request))).toString('base64');
      const asked = { params: { id: request.id }, language: 'ru' as const, sourceIp: '', query: undefined };
      return submitRequest({ ...asked, headers: undefined, body: { cms } }, caller, {
        ...{ requests, accounts: accountsOf(), documents, refused, findService, now },
        ...noScans,
        machines: { start: async () => {} },
        checkEds: checkEds(),
        binOf,
        stamps: true,
        childKey: async (iin: string) => iin,
        offeredIn: () => ({ from: '2012-01-01', ...(until && { until }) }),
      });
    },

    /**
     * The report is made again only from the evidence, byte for byte: here, and as an auditor would do it years later.
     */
    async expectReplay({ reportKey, evidenceKey }: { readonly reportKey: string; readonly evidenceKey: string }) {
      const [report, evidence] = [await read(reportKey), await read(evidenceKey)];
      expect(writeReport(verifyEds(readEvidence(evidence)))).toBe(report);
      const folder = mkdtempSync(join(tmpdir(), 'e-akimat-evidence-'));
      try {
        const file = join(folder, 'evidence.json');
        writeFileSync(file, evidence);
        expect(runEds('verify', '--evidence', file, '--json')).toBe(report);
      } finally {
        rmSync(folder, { recursive: true });
      }
      return JSON.parse(report) as { readonly verdict: string };
    },
  };
}
export type SigningScene = Awaited<ReturnType<typeof openSigningScene>>;

/** The tool's output; its exit status says that a signature is not valid. */
function runEds(...args: readonly string[]): string {
  try {
    const options = { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] as ['ignore', 'pipe', 'ignore'] };
    return execFileSync(process.execPath, ['bin/eds.ts', ...args], options).toString();
  } catch (error) {
    return String((error as { readonly stdout?: Buffer }).stdout);
  }
}
