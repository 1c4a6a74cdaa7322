import {
  GetObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { sha256Hex } from '../../domain/digest/sha256.ts';
import { Seal, type Sealed } from '../../domain/journal/seal.ts';

export const SEALS = 'journal/';
const place = (until: string) => `${SEALS}${until.replace('#', '_')}`;
const keyOf = (until: string) => `${place(until)}.json`;
/** What sorts before the key and after all earlier ones. */
const before = place;
/** How far back, in days, the last seal is looked for; then from the beginning. */
const LOOK_BACK = [1, 40];

/** The seals of the access journal, each an object under lock in the documents bucket; their keys sort by time. */
export function openSeals(Bucket: string, client = new S3Client({ forcePathStyle: true })) {
  async function* keys(after: string): AsyncGenerator<string> {
    for (let token: string | undefined; ;) {
      const page = await client.send(
        new ListObjectsV2Command({ Bucket, Prefix: SEALS, StartAfter: after, ContinuationToken: token }),
      );
      for (const { Key } of page.Contents ?? []) if (Key !== undefined) yield Key;
      token = page.NextContinuationToken;
      if (token === undefined) return;
    }
  }

  async function read(Key: string): Promise<Sealed> {
    const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
    if (!Body) throw new Error(`seal ${Key} is empty`);
    const bytes = await Body.transformToByteArray();
    return { seal: Seal.parse(JSON.parse(Buffer.from(bytes).toString())), sha256: sha256Hex(bytes) };
  }

  return {
    /** In order, from the one that ends at `first`, or the next one, on. */
    async *list(first = ''): AsyncGenerator<Sealed> {
      for await (const key of keys(before(first))) yield read(key);
    },

    async first(): Promise<Sealed | undefined> {
      for await (const key of keys('')) return read(key);
      return undefined;
    },

    async last(now: Date): Promise<Sealed | undefined> {
      const starts = LOOK_BACK.map((days) => new Date(now.getTime() - days * 86_400_000).toISOString());
      for (const start of [...starts, '']) {
        let found: string | undefined;
        for await (const key of keys(before(start))) found = key;
        if (found !== undefined) return read(found);
      }
      return undefined;
    },

    /** Ends of seals of which there is more than one version: under object lock the first one is still there. */
    async rewritten(): Promise<string[]> {
      const seen = new Set<string>();
      const again = new Set<string>();
      let KeyMarker: string | undefined;
      let VersionIdMarker: string | undefined;
      do {
        const page = await client.send(
          new ListObjectVersionsCommand({ Bucket, Prefix: SEALS, KeyMarker, VersionIdMarker }),
        );
        for (const { Key = '' } of [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])])
          (seen.has(Key) ? again : seen).add(Key);
        [KeyMarker, VersionIdMarker] = [page.NextKeyMarker, page.NextVersionIdMarker];
      } while (KeyMarker !== undefined);
      return [...again];
    },

    /** Never over another one: of two at once, one is the seal, and the other run finds it. */
    async write(seal: Seal): Promise<Sealed | 'exists'> {
      const Body = new TextEncoder().encode(JSON.stringify(seal));
      const put = new PutObjectCommand({
        ...{ Bucket, Key: keyOf(seal.until), Body, ContentType: 'application/json' },
        ...{ ChecksumAlgorithm: 'SHA256', IfNoneMatch: '*' },
      });
      try {
        await client.send(put);
        return { seal, sha256: sha256Hex(Body) };
      } catch (error) {
        if (error instanceof S3ServiceException && error.name === 'PreconditionFailed') return 'exists';
        throw error;
      }
    },
  };
}
export type Seals = ReturnType<typeof openSeals>;
