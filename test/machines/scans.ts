import { createHash } from 'node:crypto';
import type { Attachment } from '../../lib/domain/request/request.ts';
import { demoScan } from '../../lib/local/story/demo-scan.ts';

/** The bucket of scans in memory: whatever is announced is there at once. */
export function openScans() {
  const announced = new Map<string, Attachment>();
  return {
    uploadLink: async (_request: string, attachment: Attachment) => {
      announced.set(attachment.id, attachment);
      return {
        method: 'PUT',
        url: `memory:${attachment.id}`,
        headers: { 'content-type': attachment.type, 'x-amz-checksum-sha256': '' },
      };
    },
    describe: async (_request: string, id: string) => {
      const found = announced.get(id);
      return found && { size: found.size, sha256: found.sha256, version: '1' };
    },
    read: async (_request: string, _id: string, first: number, last: number) =>
      (await demoScan()).subarray(first, last + 1),
  };
}

/** The announcement of a scan of a document. */
export async function scanOf(document: string) {
  const bytes = await demoScan();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name: `${document}.pdf`, document, type: 'application/pdf', size: bytes.length, sha256 };
}
