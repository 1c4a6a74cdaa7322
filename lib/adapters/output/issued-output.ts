import * as z from 'zod';
import { OutputKind, type DeliveredOutput } from '../../domain/output/output.ts';
import { Link } from '../http/link.ts';
import { TimestampView, viewTimestamp } from '../http/views/timestamp-view.ts';
import { handedOut } from '../../domain/signature/stamp.ts';
import { LINK_SECONDS } from '../s3/attachments.ts';
import type { Documents } from '../s3/documents.ts';

/** A document that its applicant may have, by short-lived addresses. */
export const IssuedOutput = z.object({
  kind: OutputKind,
  number: z.string(),
  sha256: z.string().meta({ description: 'Of the document, hexadecimal' }),
  document: Link,
  signature: Link.optional().meta({
    description:
      'Detached CMS over the document, with its timestamp if it has one; absent for one that was signed by hand',
  }),
  timestamp: TimestampView.optional(),
});

export async function linkIssued(
  { kind, number, file, signature }: Pick<DeliveredOutput, 'kind' | 'number' | 'file' | 'signature'>,
  documents: Pick<Documents, 'link'>,
): Promise<z.infer<typeof IssuedOutput>> {
  const link = async (key: string, fileName: string) => ({
    url: await documents.link(key, fileName),
    expiresInSeconds: LINK_SECONDS,
  });
  return {
    kind,
    number,
    sha256: file.sha256,
    document: await link(file.key, `${number}.pdf`),
    ...(signature && { signature: await link(handedOut(signature), `${number}.p7s`) }),
    ...viewTimestamp(signature),
  };
}
