import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  NotFound,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { LINK_SECONDS } from './attachments.ts';

/** The largest document that a function reads into memory; functions made or limited all of them. */
export const READ_BYTES = 16 * 1024 * 1024;

/** Signed applications, output documents, signatures and reports. Keys contain only identifiers. */
export function openDocuments(Bucket: string, client = new S3Client({ forcePathStyle: true })) {
  return {
    write: (Key: string, Body: Uint8Array | string, ContentType: string) =>
      client.send(new PutObjectCommand({ Bucket, Key, Body, ContentType, ChecksumAlgorithm: 'SHA256' })),

    /** Documents are kept for years, so what people may request often is stored once, under a key of its content. */
    async has(Key: string): Promise<boolean> {
      try {
        await client.send(new HeadObjectCommand({ Bucket, Key }));
        return true;
      } catch (error) {
        if (error instanceof NotFound) return false;
        throw error;
      }
    },

    async read(Key: string): Promise<Uint8Array> {
      const { Body, ContentLength = 0 } = await client.send(new GetObjectCommand({ Bucket, Key }));
      if (!Body) throw new Error(`document ${Key} is empty`);
      if (ContentLength > READ_BYTES) throw new Error(`document ${Key} has more than ${READ_BYTES} bytes`);
      return Body.transformToByteArray();
    },

    /** Removes everything of a folder; what a lock holds stays as an earlier version, until the lock ends. */
    async eraseFolder(folder: string): Promise<void> {
      for (let ContinuationToken: string | undefined; ;) {
        const page = await client.send(new ListObjectsV2Command({ Bucket, Prefix: `${folder}/`, ContinuationToken }));
        for (const { Key } of page.Contents ?? []) await client.send(new DeleteObjectCommand({ Bucket, Key }));
        ContinuationToken = page.NextContinuationToken;
        if (ContinuationToken === undefined) return;
      }
    },

    link: (Key: string, fileName: string) =>
      getSignedUrl(
        client,
        new GetObjectCommand({ Bucket, Key, ResponseContentDisposition: `attachment; filename="${fileName}"` }),
        { expiresIn: LINK_SECONDS },
      ),
  };
}

export type Documents = ReturnType<typeof openDocuments>;
