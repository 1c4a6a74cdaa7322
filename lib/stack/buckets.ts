import { Duration, RemovalPolicy, Stack, type CfnElement } from 'aws-cdk-lib';
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

const always = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  removalPolicy: RemovalPolicy.RETAIN,
} as const satisfies BucketProps;

/** Scans of applicants, what the service issues and keeps as evidence, whom it trusts, and who read any of it. */
export function createBuckets(scope: Construct, encryptionKey: IKey, publicUrl: string) {
  const accessLogs = new Bucket(scope, 'AccessLogs', {
    ...always,
    // S3 writes access logs only to buckets with its own keys.
    encryption: BucketEncryption.S3_MANAGED,
    lifecycleRules: [{ expiration: Duration.days(400) }],
  });
  acknowledge(accessLogs, {
    'AwsSolutions-S1': 'It is the bucket of the access logs: logging itself would never end.',
  });

  const bucket = (id: string, more: BucketProps) =>
    new Bucket(scope, id, {
      ...always,
      encryption: BucketEncryption.KMS,
      encryptionKey,
      bucketKeyEnabled: true,
      versioned: true,
      serverAccessLogsBucket: accessLogs as IBucket,
      serverAccessLogsPrefix: `${id.toLowerCase()}/`,
      ...more,
    });

  const buckets = {
    attachments: bucket('Attachments', {
      // The browser puts a scan here itself, by a presigned address bound to size, type and digest.
      cors: [
        { allowedMethods: [HttpMethods.PUT, HttpMethods.GET], allowedOrigins: [publicUrl], allowedHeaders: ['*'] },
      ],
      lifecycleRules: [
        { noncurrentVersionExpiration: Duration.days(30), abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
    }),
    documents: bucket('Documents', {
      objectLockEnabled: true,
      // The decrees name no term. Five years, and governance mode: a named few may lift it, for a court or the law on
      // personal data; nobody does so by mistake.
      objectLockDefaultRetention: ObjectLockRetention.governance(Duration.days(5 * 365)),
    }),
    trust: bucket('Trust', { lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(400) }] }),
  };
  for (const each of Object.values(buckets)) acknowledgeObjects(each);
  return buckets;
}
export type Buckets = ReturnType<typeof createBuckets>;

/** Keys of objects are made at run time, so a right on objects names its bucket and, where it can, a prefix. */
function acknowledgeObjects(bucket: Bucket) {
  const stack = Stack.of(bucket);
  const objects = `Resource::<${stack.getLogicalId(bucket.node.defaultChild as CfnElement)}.Arn>`;
  const reason = 'The objects of one bucket, and only for functions that need them (lib/stack/functions.ts).';
  acknowledge(stack, {
    [`AwsSolutions-IAM5[${objects}/*]`]: reason,
    [`AwsSolutions-IAM5[${objects}/crls/*]`]: reason,
  });
}
