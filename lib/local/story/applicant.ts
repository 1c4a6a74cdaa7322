import { createHash } from 'node:crypto';
import type { Client } from '../http/client.ts';
import type { Sign } from './cast.ts';
import { UnexpectedAnswer } from '../http/client.ts';
import { demoScan } from './demo-scan.ts';

interface Draft {
  readonly id: string;
  readonly state: string;
  readonly attachments: readonly { readonly sha256: string }[];
}

/** The application of the story: «Выдача справок безработным гражданам», South Kazakhstan, filed on the portal. */
export function beginDraft(applicant: Client, iin: string, idempotencyKey: string): Promise<Draft> {
  return applicant.send<Draft>(
    'POST',
    '/requests',
    {
      service: 'south-kazakhstan-unemployed-certificate',
      channel: 'portal',
      office: 'south-kazakhstan-employment-shymkent',
      form: { iin, postalCode: '160000', phone: '87252000000', sik: '0000000000000000' },
    },
    { 'idempotency-key': idempotencyKey },
  );
}

/** Uploads the scan, signs what the server shows, and submits. Each step may be repeated. */
export async function submitDraft(applicant: Client, draft: Draft, sign: Sign): Promise<void> {
  const scan = await demoScan();
  const sha256 = createHash('sha256').update(scan).digest('hex');
  const { upload } = await applicant.send<Announced>('POST', `/requests/${draft.id}/attachments`, {
    name: 'udostoverenie-demo.pdf',
    type: 'application/pdf',
    size: scan.length,
    sha256,
  });
  const uploaded = await fetch(upload.url, { method: upload.method, headers: upload.headers, body: Buffer.from(scan) });
  if (!uploaded.ok) throw new UnexpectedAnswer('PUT of a scan', uploaded.status, await uploaded.text());
  const { content } = await applicant.get<{ content: string }>(`/requests/${draft.id}/signable`);
  const cms = await sign(Buffer.from(content, 'base64'));
  await applicant.send('POST', `/requests/${draft.id}/submission`, { cms: Buffer.from(cms).toString('base64') });
}

interface Announced {
  readonly upload: { readonly method: string; readonly url: string; readonly headers: Record<string, string> };
}
