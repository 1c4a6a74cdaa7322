import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';
import { OTHER } from '../../../lib/domain/regulation/documents-in.ts';
import { FileName } from '../../../lib/domain/request/draft/file-name.ts';
import { AttachmentKind } from '../../../lib/domain/request/request.ts';

/** Bytes of one scan. */
export const ATTACHMENT_BYTES = 10 * 1024 * 1024;

export const contract = endpoint({
  route: 'POST /requests/{id}/attachments',
  tag: 'Requests',
  again: 'same',
  summary: 'Announce a scan and get the address to upload it to',
  description:
    'PUT the bytes to `upload.url` with `upload.headers` within five minutes. Size, SHA-256 and the content itself are ' +
    'checked again at submission. The same file announced again as the same document gives a new address for the same attachment.',
  params: z.object({ id: RequestId }),
  body: z.strictObject({
    name: FileName,
    document: z
      .string()
      .max(64)
      .default(OTHER)
      .meta({
        description: `Which document it is: the code of one in \`documents\` of the service, for the channel; or \`${OTHER}\``,
      }),
    type: AttachmentKind,
    size: z.int().min(1).max(ATTACHMENT_BYTES).meta({ description: 'Bytes' }),
    sha256: z.string().regex(/^[0-9a-f]{64}$/, '64 lower-case hexadecimal digits'),
  }),
  answer: z.object({
    attachment: z.string(),
    upload: z.object({
      method: z.literal('PUT'),
      url: z.string(),
      headers: z.record(z.string(), z.string()),
      expiresInSeconds: z.int(),
    }),
  }),
  success: 201,
  refusals: [
    'request/unknown',
    'request/not-draft',
    'service/unknown',
    'attachment/document',
    'attachment/too-many',
    'request/changed-meanwhile',
  ],
  examples: [
    {
      summary: 'A scan of the identity card',
      body: {
        name: 'udostoverenie.pdf',
        type: 'application/pdf',
        size: 48213,
        sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      },
      answers: 201,
    },
    {
      summary: 'A file of a kind that is not accepted',
      body: { name: 'udostoverenie.docx', type: 'application/msword', size: 48213, sha256: '0'.repeat(64) },
      answers: 400,
    },
  ],
});
