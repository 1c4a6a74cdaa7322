import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NotFound,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Attachment } from '../../domain/request/request.ts';
import { EDGE_BYTES } from '../../domain/request/draft/scan-kind.ts';

/** Seconds for which an upload or download address is valid. */
export const LINK_SECONDS = 300;

/** Checksums of an empty body must not be signed into upload addresses (docs/decisions). */
const openClient = () => new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED', forcePathStyle: true });

/** Scans of applicants, uploaded straight to the bucket. */
export function openAttachments(Bucket: string, client = openClient()) {
  const keyOf = (request: string, attachment: string) => `requests/${request}/${attachment}`;
  return {
    /** The address and headers of an upload; S3 accepts only the declared bytes. */
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

    /** Size and the SHA-256 (hexadecimal) that S3 computed at the upload; undefined if nothing was uploaded. */
    async describe(
      request: string,
      attachment: string,
    ): Promise<{ readonly size: number; readonly sha256: string | undefined } | undefined> {
      try {
        const asked = { Bucket, Key: keyOf(request, attachment), ChecksumMode: 'ENABLED' } as const;
        const { ContentLength: size = 0, ChecksumSHA256 } = await client.send(new HeadObjectCommand(asked));
        return { size, sha256: ChecksumSHA256 && Buffer.from(ChecksumSHA256, 'base64').toString('hex') };
      } catch (error) {
        if (error instanceof NoSuchKey || error instanceof NotFound) return undefined;
        throw error;
      }
    },

    /** The first and the last kilobyte of an upload of `size` bytes; of a shorter one, both are the whole. */
    async readEdges(request: string, attachment: string, size: number) {
      const read = async (Range: string) => {
        const asked = { Bucket, Key: keyOf(request, attachment), Range };
        const { Body } = await client.send(new GetObjectCommand(asked));
        return (await Body?.transformToByteArray()) ?? new Uint8Array();
      };
      const head = await read(`bytes=0-${EDGE_BYTES - 1}`);
      return { head, tail: size > EDGE_BYTES ? await read(`bytes=-${EDGE_BYTES}`) : head };
    },

    remove: (request: string, attachment: string) =>
      client.send(new DeleteObjectCommand({ Bucket, Key: keyOf(request, attachment) })),
  };
}

export type Attachments = ReturnType<typeof openAttachments>;
