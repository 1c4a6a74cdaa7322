import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { LINK_SECONDS } from './attachments.ts';

/**
 * The folder in the bucket of scans for journals of registration as files. They name people, so they expire after a day and
 * are under no lock (lib/stack/buckets.ts).
 */
const FOLDER = 'registers/';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Journals of registration, made for one download. */
export const openRegisterFiles = (Bucket: string, client = new S3Client({ forcePathStyle: true })) => ({
  write: (name: string, Body: Uint8Array) =>
    client.send(
      new PutObjectCommand({ Bucket, Key: `${FOLDER}${name}`, Body, ContentType: XLSX, ChecksumAlgorithm: 'SHA256' }),
    ),

  link: (name: string) =>
    getSignedUrl(
      client,
      new GetObjectCommand({
        Bucket,
        Key: `${FOLDER}${name}`,
        ResponseContentDisposition: 'attachment; filename="register.xlsx"',
      }),
      { expiresIn: LINK_SECONDS },
    ),
});

export type RegisterFiles = ReturnType<typeof openRegisterFiles>;
