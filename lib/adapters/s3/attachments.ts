import {
  DeleteObjectCommand,
  GetObjectCommand,
  NotFound,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Attachment } from '../../domain/request/request.ts';

/** Seconds that an upload or download address lives. */
export const LINK_SECONDS = 300;

/** Checksums of an empty body must not be signed into upload addresses (docs/decisions). */
const openClient = () => new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED', forcePathStyle: true });

/** Scans of applicants, uploaded straight to the bucket. */
export function openAttachments(Bucket: string, client = openClient()) {
  const keyOf = (request: string, attachment: string) => `requests/${request}/${attachment}`;
  return {
    /** The address and headers of an upload that S3 accepts only for the declared bytes. */
    async uploadLink(request: string, { id, type, size, sha256 }: Attachment) {
      const checksum = Buffer.from(sha256, 'hex').toString('base64');
      const url = await getSignedUrl(
        client,
        new PutObjectCommand({
          Bucket,
          Key: keyOf(request, id),
          ContentType: type,
          ContentLength: size,
          ChecksumSHA256: checksum,
        }),
        {
          expiresIn: LINK_SECONDS,
          signableHeaders: new Set(['content-type', 'content-length', 'host', 'x-amz-checksum-sha256']),
          unhoistableHeaders: new Set(['x-amz-checksum-sha256']),
        },
      );
      return { method: 'PUT', url, headers: { 'content-type': type, 'x-amz-checksum-sha256': checksum } };
    },

    downloadLink: (request: string, attachment: Attachment) =>
      getSignedUrl(
        client,
        new GetObjectCommand({
          Bucket,
          Key: keyOf(request, attachment.id),
          ResponseContentDisposition: `attachment; filename="${attachment.id}"`,
        }),
        { expiresIn: LINK_SECONDS },
      ),

    /** The uploaded bytes, or undefined if there are none. */
    async read(request: string, attachment: string): Promise<Uint8Array | undefined> {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: keyOf(request, attachment) }));
        return await Body?.transformToByteArray();
      } catch (error) {
        if (error instanceof NoSuchKey || error instanceof NotFound) return undefined;
        throw error;
      }
    },

    remove: (request: string, attachment: string) =>
      client.send(new DeleteObjectCommand({ Bucket, Key: keyOf(request, attachment) })),
  };
}

export type Attachments = ReturnType<typeof openAttachments>;
