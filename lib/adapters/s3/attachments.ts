import {
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  NotFound,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { savedName } from '../../domain/request/draft/saved-name.ts';
import type { Attachment } from '../../domain/request/request.ts';

/** Seconds for which an upload or download address is valid. */
export const LINK_SECONDS = 300;

/** An upload as S3 knows it. */
export interface StoredScan {
  readonly size: number;
  /** Hexadecimal, computed by S3 at the upload. */
  readonly sha256: string | undefined;
  readonly version: string;
}

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

    /**
     * The browser always saves it: S3 sends no `nosniff`, and browsers do not guess another type for this one. It is saved by its
     * id: an address holds no personal data, and the name of a file often names its owner.
     */
    downloadLink: (request: string, attachment: Attachment) =>
      getSignedUrl(
        client,
        new GetObjectCommand({
          Bucket,
          Key: keyOf(request, attachment.id),
          ResponseContentDisposition: `attachment; filename="${savedName(attachment.id, attachment.type)}"`,
          ResponseContentType: 'application/octet-stream',
        }),
        { expiresIn: LINK_SECONDS },
      ),

    /** What S3 knows of an upload; undefined if nothing was uploaded. */
    async describe(request: string, attachment: string): Promise<StoredScan | undefined> {
      try {
        const asked = { Bucket, Key: keyOf(request, attachment), ChecksumMode: 'ENABLED' } as const;
        const { ContentLength, ChecksumSHA256, VersionId, ETag } = await client.send(new HeadObjectCommand(asked));
        return {
          size: ContentLength ?? 0,
          sha256: ChecksumSHA256 && Buffer.from(ChecksumSHA256, 'base64').toString('hex'),
          // If the bucket keeps no versions, the content's ETag distinguishes them.
          version: VersionId ?? ETag ?? '',
        };
      } catch (error) {
        if (error instanceof NoSuchKey || error instanceof NotFound) return undefined;
        throw error;
      }
    },

    /** The bytes `first` to `last` of an upload, both included, or fewer where it ends. */
    async read(request: string, attachment: string, first: number, last: number): Promise<Uint8Array> {
      const asked = { Bucket, Key: keyOf(request, attachment), Range: `bytes=${first}-${last}` };
      const { Body } = await client.send(new GetObjectCommand(asked));
      return (await Body?.transformToByteArray()) ?? new Uint8Array();
    },

    /**
     * What GuardDuty's malware protection found: it writes its finding as a tag of the object; undefined before that.
     */
    async readScanResult(request: string, attachment: string): Promise<string | undefined> {
      const { TagSet = [] } = await client.send(
        new GetObjectTaggingCommand({ Bucket, Key: keyOf(request, attachment) }),
      );
      return TagSet.find(({ Key }) => Key === 'GuardDutyMalwareScanStatus')?.Value;
    },

    /** The ids of all uploads for a request, whether the request names them or not. */
    async list(request: string): Promise<string[]> {
      const Prefix = keyOf(request, '');
      const found: string[] = [];
      for (let ContinuationToken: string | undefined; ;) {
        const page = await client.send(new ListObjectsV2Command({ Bucket, Prefix, ContinuationToken }));
        found.push(...(page.Contents ?? []).map(({ Key = '' }) => Key.slice(Prefix.length)));
        ContinuationToken = page.NextContinuationToken;
        if (ContinuationToken === undefined) return found;
      }
    },

    remove: (request: string, attachment: string) =>
      client.send(new DeleteObjectCommand({ Bucket, Key: keyOf(request, attachment) })),
  };
}

export type Attachments = ReturnType<typeof openAttachments>;
