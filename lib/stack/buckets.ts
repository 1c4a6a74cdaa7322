import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  HttpMethods,
  ObjectLockRetention,
  ObjectOwnership,
  type BucketProps,
  type IBucket,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { pascalCase } from './names.ts';
import type { Attached, Stage } from './stages.ts';

const always = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
} as const satisfies BucketProps;

/** Days for which report and evidence of a refused signature are kept. */
const REFUSED_DAYS = 90;

/**
 * The response headers that a page may read: the length that it shows, the digest that it compares, the name under
 * which it saves the file.
 */
const exposedHeaders = ['Content-Disposition', 'Content-Length', 'ETag', 'x-amz-checksum-sha256'];

export type Buckets = Readonly<Record<keyof NonNullable<Attached['buckets']>, IBucket>>;

export interface BucketsProps {
  readonly stage: Stage;
  readonly key: IKey;
  /** The origins of the pages that upload scans: scheme, host and port, never a path. */
  readonly uploadOrigins: string[];
}

/**
 * Applicants' scans; documents and evidence, with the seals of the access journal; the trust material; and the access logs, which tell
 * which function's role read which object. Which person did, the access journal tells.
 */
export function createBuckets(scope: Construct, { stage, key, uploadOrigins }: BucketsProps): Buckets {
  const kept = { removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY };
  const accessLogs = new Bucket(scope, 'AccessLogs', {
    ...always,
    ...kept,
    // S3 writes access logs only to buckets with its own keys.
    encryption: BucketEncryption.S3_MANAGED,
    lifecycleRules: [{ expiration: Duration.days(400) }],
  });
  acknowledge(accessLogs, {
    'AwsSolutions-S1': 'It is the bucket of the access logs: logging itself would never end.',
  });

  const bucket = (name: keyof Buckets, more: BucketProps): IBucket => {
    const attached = stage.attached?.buckets?.[name];
    if (attached !== undefined)
      return Bucket.fromBucketAttributes(scope, pascalCase(name), { bucketName: attached, encryptionKey: key });
    return new Bucket(scope, pascalCase(name), {
      ...always,
      ...kept,
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      versioned: true,
      serverAccessLogsBucket: accessLogs as IBucket,
      serverAccessLogsPrefix: `${name}/`,
      ...more,
    }) as IBucket;
  };

  return {
    attachments: bucket('attachments', {
      // The browser uploads a scan straight to this bucket, by a presigned address bound to size, type and digest.
      cors: [
        {
          allowedMethods: [HttpMethods.PUT, HttpMethods.GET],
          allowedOrigins: uploadOrigins,
          allowedHeaders: ['*'],
          exposedHeaders,
        },
      ],
      lifecycleRules: [
        { noncurrentVersionExpiration: Duration.days(30), abortIncompleteMultipartUploadAfter: Duration.days(1) },
        // Reports and evidence of refused signatures (lib/adapters/s3/refusals.ts).
        { prefix: 'refused/', expiration: Duration.days(REFUSED_DAYS) },
        // Journals of registration as files, each for one download (lib/adapters/s3/register-files.ts).
        { prefix: 'registers/', expiration: Duration.days(1), noncurrentVersionExpiration: Duration.days(1) },
        { expiredObjectDeleteMarker: true },
      ],
    }),
    documents: bucket('documents', {
      // A page reads the document that it shows and signs, the signature and the receipt, by an address that is valid
      // for minutes.
      cors: [
        {
          allowedMethods: [HttpMethods.GET],
          allowedOrigins: uploadOrigins,
          allowedHeaders: ['*'],
          exposedHeaders,
        },
      ],
      // Removed at the end of its term, and gone when no lock holds it any more.
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(30) }, { expiredObjectDeleteMarker: true }],
      objectLockEnabled: true,
      objectLockDefaultRetention: ObjectLockRetention.governance(Duration.days(stage.documentLockDays)),
    }),
    trust: bucket('trust', { lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(400) }] }),
  };
}
