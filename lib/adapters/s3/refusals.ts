import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

/**
 * The folder in the bucket of scans for objects that expire by themselves and are under no lock (lib/stack/buckets.ts).
 */
const FOLDER = 'refused/';

/** Reports and evidence of refused signatures. They are kept for a while, so that the signer can see why. */
export const openRefusals = (Bucket: string, client = new S3Client({ forcePathStyle: true })) => ({
  write: (key: string, Body: string, ContentType: string) =>
    client.send(
      new PutObjectCommand({ Bucket, Key: `${FOLDER}${key}`, Body, ContentType, ChecksumAlgorithm: 'SHA256' }),
    ),

  /** Undefined if it has expired. */
  async read(key: string): Promise<Uint8Array | undefined> {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: `${FOLDER}${key}` }));
      return await Body?.transformToByteArray();
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  },
});

export type Refusals = ReturnType<typeof openRefusals>;
