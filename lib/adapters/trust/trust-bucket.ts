import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

/** The bucket that holds what signatures are checked against: `certificates/*.cer` and `crls/*.crl`, DER or PEM, and `offices/*.json`. */
export function openTrustBucket(Bucket: string, client = new S3Client({ forcePathStyle: true })) {
  /** By key and ETag: for an unchanged object the same bytes are returned, so the core's cache stays valid. */
  const known = new Map<string, { readonly etag: string | undefined; readonly bytes: Uint8Array }>();

  async function list(Prefix: string): Promise<{ readonly key: string; readonly etag: string | undefined }[]> {
    const found = [];
    let ContinuationToken: string | undefined;
    do {
      const page = await client.send(new ListObjectsV2Command({ Bucket, Prefix, ContinuationToken }));
      found.push(...(page.Contents ?? []).map(({ Key = '', ETag }) => ({ key: Key, etag: ETag })));
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken !== undefined);
    return found;
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
    /** All objects of a folder with this name ending, by key. */
    async readAll(
      folder: 'certificates/' | 'crls/' | 'offices/',
      suffix: '.cer' | '.crl' | '.json',
    ): Promise<Map<string, Uint8Array>> {
      const files = (await list(folder)).filter(({ key }) => key.endsWith(suffix));
      const read = files.map(async ({ key, etag }) => [key, await fetchObject(key, etag)] as const);
      return new Map(await Promise.all(read));
    },

    writeCrl: (name: string, Body: Uint8Array) =>
      client.send(new PutObjectCommand({ Bucket, Key: crlKey(name), Body, ContentType: 'application/pkix-crl' })),
  };
}
export type TrustBucket = ReturnType<typeof openTrustBucket>;

export const crlKey = (name: string) => `crls/${name}.crl`;
