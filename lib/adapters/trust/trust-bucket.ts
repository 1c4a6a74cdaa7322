import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

interface Listed {
  readonly key: string;
  readonly etag: string | undefined;
}

/** Seconds for which several readers share a listing: those of one call. A LIST costs as much as twelve GETs (docs/decisions/0052). */
const SHARED_SECONDS = 10;

/** The bucket that holds what signatures are checked against: `certificates/*.cer` and `crls/*.crl`, DER or PEM, and `offices/*.json`. */
export function openTrustBucket(Bucket: string, client = new S3Client({ forcePathStyle: true })) {
  /** By key and ETag: for an unchanged object the same bytes are returned, so the core's cache stays valid. */
  const known = new Map<string, { readonly etag: string | undefined; readonly bytes: Uint8Array }>();

  /** Everything at once: certificates, lists and numbers are few. */
  async function list(): Promise<readonly Listed[]> {
    const found: Listed[] = [];
    let ContinuationToken: string | undefined;
    do {
      const page = await client.send(new ListObjectsV2Command({ Bucket, ContinuationToken }));
      found.push(...(page.Contents ?? []).map(({ Key = '', ETag }) => ({ key: Key, etag: ETag })));
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken !== undefined);
    return found;
  }

  let shared: { readonly at: number; readonly files: Promise<readonly Listed[]> } | undefined;

  /** A listing that failed is shared with nobody who asks later. */
  function listFor(now: Date): Promise<readonly Listed[]> {
    if (shared && Math.abs(now.getTime() - shared.at) < SHARED_SECONDS * 1000) return shared.files;
    const files = list();
    shared = { at: now.getTime(), files };
    files.catch(() => (shared = undefined));
    return files;
  }

  async function fetchObject(key: string, etag: string | undefined): Promise<Uint8Array> {
    const before = known.get(key);
    if (before && etag !== undefined && before.etag === etag) return before.bytes;
    const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: key }));
    const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
    known.set(key, { etag, bytes });
    return bytes;
  }

  return {
    /** All objects of a folder with this name ending, by key. With `now`, as another reader found them a moment ago; else anew. */
    async readAll(
      folder: 'certificates/' | 'crls/' | 'offices/',
      suffix: '.cer' | '.crl' | '.json',
      now?: Date,
    ): Promise<Map<string, Uint8Array>> {
      const all = await (now ? listFor(now) : list());
      const files = all.filter(({ key }) => key.startsWith(folder) && key.endsWith(suffix));
      const read = files.map(async ({ key, etag }) => [key, await fetchObject(key, etag)] as const);
      return new Map(await Promise.all(read));
    },

    writeCrl: (name: string, Body: Uint8Array) =>
      client.send(new PutObjectCommand({ Bucket, Key: crlKey(name), Body, ContentType: 'application/pkix-crl' })),
  };
}
export type TrustBucket = ReturnType<typeof openTrustBucket>;

export const crlKey = (name: string) => `crls/${name}.crl`;
