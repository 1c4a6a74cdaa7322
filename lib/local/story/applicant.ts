import { createHash } from 'node:crypto';
import type { FormValue } from '../../domain/regulation/form-values.ts';
import type { Client } from '../http/client.ts';
import type { Sign } from './cast.ts';
import { UnexpectedAnswer } from '../http/client.ts';
import { demoScan } from './demo-scan.ts';

interface Draft {
  readonly id: string;
  readonly state: string;
  readonly attachments: readonly { readonly sha256: string }[];
}

/** What `POST /requests` takes; `applicant` is the visitor for whom an employee files. */
export interface Application {
  readonly service: string;
  readonly channel: string;
  readonly office: string;
  readonly form: Readonly<Record<string, FormValue>>;
  readonly applicant?: { readonly iin: string; readonly fullName: string; readonly language: 'kk' | 'ru' };
}

/** The application of the story: «Выдача справок безработным гражданам», South Kazakhstan, filed on the portal. */
export const beginDraft = (applicant: Client, iin: string, idempotencyKey: string): Promise<Draft> =>
  openDraft(
    applicant,
    {
      service: 'south-kazakhstan-unemployed-certificate',
      channel: 'portal',
      office: 'south-kazakhstan-employment-shymkent',
      form: { iin, postalCode: '160000', phone: '87252000000', sik: '0000000000000000' },
    },
    idempotencyKey,
  );

export const openDraft = (filer: Client, application: Application, idempotencyKey: string): Promise<Draft> =>
  filer.send<Draft>('POST', '/requests', application, { 'idempotency-key': idempotencyKey });

/** Uploads a scan, signs what the server shows, and submits. Each step may be repeated. */
export async function submitDraft(
  filer: Client,
  { id }: Pick<Draft, 'id'>,
  sign: Sign,
  documents: readonly string[] = [],
): Promise<void> {
  // One scan without a name, or one of each document that the channel asks for.
  for (const document of documents.length > 0 ? documents : [undefined]) await attachScan(filer, id, document);
  const { content } = await filer.get<{ content: string }>(`/requests/${id}/signable`);
  await filer.send('POST', `/requests/${id}/submission`, { cms: await signText(sign, content) });
}

/** The CMS over base64 bytes that the server shows, in base64. */
export const signText = async (sign: Sign, content: string): Promise<string> =>
  Buffer.from(await sign(Buffer.from(content, 'base64'))).toString('base64');

async function attachScan(filer: Client, id: string, document: string | undefined): Promise<void> {
  const scan = await demoScan();
  const { upload } = await filer.send<Announced>('POST', `/requests/${id}/attachments`, {
    name: 'udostoverenie-demo.pdf',
    type: 'application/pdf',
    size: scan.length,
    sha256: createHash('sha256').update(scan).digest('hex'),
    ...(document !== undefined && { document }),
  });
  const { method, url, headers } = upload;
  const uploaded = await fetch(url, { method, headers, body: Buffer.from(scan) });
  if (!uploaded.ok) throw new UnexpectedAnswer('PUT of a scan', uploaded.status, await uploaded.text());
}

interface Announced {
  readonly upload: { readonly method: string; readonly url: string; readonly headers: Record<string, string> };
}
