import type { Attachments } from '../../../lib/adapters/s3/attachments.ts';
import type { FieldError } from '../../../lib/domain/problem/problem.ts';
import type { Attachment, DraftRequest } from '../../../lib/domain/request/request.ts';
import { kindOfScan } from '../../../lib/domain/request/draft/scan-kind.ts';

type Store = Pick<Attachments, 'describe' | 'readEdges'>;

/**
 * Compares the uploaded scans with what was declared: presence, size, the SHA-256 that S3 computed at the upload, and the
 * type by content, not by name. It reads at most two kilobytes of a scan.
 */
export async function checkScans({ id, attachments }: DraftRequest, store: Store): Promise<FieldError[]> {
  return (await Promise.all(attachments.map((attachment) => checkScan(id, attachment, store)))).flat();
}

async function checkScan(request: string, { id, type, size, sha256 }: Attachment, store: Store): Promise<FieldError[]> {
  const broken = (rule: string, expected: string, given?: string): FieldError[] => [
    { field: `/attachments/${id}`, rule, expected, ...(given && { given }) },
  ];
  const stored = await store.describe(request, id);
  if (!stored) return broken('uploaded', 'the file at the address that was given for it');
  if (stored.size !== size) return broken('size', `${size} bytes`, `${stored.size} bytes`);
  if (stored.sha256 !== sha256) return broken('sha256', sha256, stored.sha256 ?? 'none');
  const { head, tail } = await store.readEdges(request, id, size);
  const found = kindOfScan(head, tail);
  return found === type ? [] : broken('type', type, found ?? 'unknown content');
}
