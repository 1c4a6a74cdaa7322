import { S3Client } from '@aws-sdk/client-s3';
import { openJournal } from '../../../../lib/adapters/dynamo/journal.ts';
import { openSeals, type Seals } from '../../../../lib/adapters/s3/seals.ts';
import type { Sealed } from '../../../../lib/domain/journal/seal.ts';
import { openObjects } from '../../../../lib/local/s3/objects.ts';
import { serveS3 } from '../../../../lib/local/s3/serve-s3.ts';
import { newFolder, serve } from '../../local/serve.ts';
import { credentials, openMemoryJournal } from '../identity/memory-table.ts';

/** Every seal, in order. */
export async function sealsIn({ seals }: { readonly seals: Pick<Seals, 'list'> }): Promise<Sealed[]> {
  const all: Sealed[] = [];
  for await (const sealed of seals.list()) all.push(sealed);
  return all;
}

/** The journal's table and a bucket for its seals. */
export async function openJournalScene() {
  const table = await openMemoryJournal();
  const objects = await openObjects(newFolder());
  const s3 = await serve({ s3: serveS3(objects, [{ name: 'documents', cors: [] }], Date.now) }, Date.now, credentials);
  const client = new S3Client({ ...s3.client, forcePathStyle: true });
  return {
    ...{
      table,
      client,
      bucket: 'documents',
      url: s3.client.endpoint,
      journal: openJournal(table),
      seals: openSeals('documents', client),
    },
    async close() {
      client.destroy();
      await s3.close();
      await objects.close();
      await table.close();
    },
  };
}
