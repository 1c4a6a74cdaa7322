import { fileTypeFromBuffer } from 'file-type';
import type { Attachments } from '../../lib/adapters/s3/attachments.ts';
import type { FieldError } from '../../lib/domain/problem/problem.ts';
import type { Attachment, DraftRequest } from '../../lib/domain/request/request.ts';
import { sha256Hex } from '../../lib/domain/request/submission.ts';

/** What lies in the bucket against what was declared: presence, size, SHA-256, and the type by content, not by name. */
export async function checkScans(
  { id, attachments }: DraftRequest,
  store: Pick<Attachments, 'read'>,
): Promise<FieldError[]> {
  const errors: FieldError[] = [];
  // One after another: twenty scans of ten megabytes need not be in memory together.
  for (const attachment of attachments)
    errors.push(...(await checkScan(attachment, await store.read(id, attachment.id))));
  return errors;
}

async function checkScan({ id, type, size, sha256 }: Attachment, bytes?: Uint8Array): Promise<FieldError[]> {
  const broken = (rule: string, expected: string, given?: string): FieldError[] => [
    { field: `/attachments/${id}`, rule, expected, ...(given && { given }) },
  ];
  if (!bytes) return broken('uploaded', 'the file at the address that was given for it');
  if (bytes.length !== size) return broken('size', `${size} bytes`, `${bytes.length} bytes`);
  const digest = sha256Hex(bytes);
  if (digest !== sha256) return broken('sha256', sha256, digest);
  const found = await fileTypeFromBuffer(bytes);
  return found?.mime === type ? [] : broken('type', type, found?.mime ?? 'unknown content');
}
