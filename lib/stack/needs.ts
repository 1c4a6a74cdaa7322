import { Aws, Fn, Stack } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Buckets } from './buckets.ts';
import { encryptActions, type Keys } from './keys.ts';
import { configurationSet } from './names.ts';
import type { Parameters } from './parameters.ts';
import { indexes, journalIndexes } from './table.ts';

/**
 * The resources that functions need. Machines are names here: they name the functions, so functions cannot refer to
 * them.
 */
export interface Holdings {
  readonly table: ITable;
  readonly journal: ITable;
  readonly buckets: Buckets;
  readonly keys: Keys;
  readonly parameters: Parameters;
  /** The beginning of the ARNs of all machines. */
  readonly machineArnPrefix: string;
  /** Of the stage's names. */
  readonly prefix: string;
}

/** The variables and rights of one need. */
interface Provision {
  readonly environment?: Readonly<Record<string, string>>;
  readonly allow?: readonly PolicyStatement[];
}

const allow = (actions: readonly string[], resources: readonly string[], conditions = {}) =>
  new PolicyStatement({ actions: [...actions], resources: [...resources], conditions });

/** DynamoDB or S3 uses the key on the function's behalf; the function never uses it directly. */
const unlock = ({ keys }: Holdings, service: 'dynamodb' | 's3', actions: readonly string[]) =>
  allow(actions, [keys.data.keyArn], {
    StringEquals: { 'kms:ViaService': `${service}.${Aws.REGION}.amazonaws.com` },
  });
const readActions = ['kms:Decrypt', 'kms:DescribeKey'];

const withIndexes = (table: ITable, names: object) => [
  table.tableArn,
  ...Object.keys(names).map((index) => `${table.tableArn}/index/${index}`),
];

/**
 * With s3:ListBucket a missing object is answered with "not found"; without it, with "denied", and the two must differ.
 */
const readFrom = (bucket: IBucket, estate: Holdings, keys = '*') => [
  allow(['s3:GetObject'], [bucket.arnForObjects(keys)]),
  allow(['s3:ListBucket'], [bucket.bucketArn]),
  unlock(estate, 's3', readActions),
];
const writeTo = (bucket: IBucket, estate: Holdings, keys = '*') => [
  allow(['s3:PutObject'], [bucket.arnForObjects(keys)]),
  unlock(estate, 's3', ['kms:Decrypt', 'kms:GenerateDataKey']),
];

export const needs = {
  'table:read': (estate) => ({
    environment: { TABLE_NAME: estate.table.tableName },
    allow: [
      allow(['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'], withIndexes(estate.table, indexes)),
      unlock(estate, 'dynamodb', readActions),
    ],
  }),
  'table:write': (estate) => ({
    environment: { TABLE_NAME: estate.table.tableName },
    allow: [
      allow(['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'], [estate.table.tableArn]),
      unlock(estate, 'dynamodb', encryptActions),
    ],
  }),
  // Entries are put, each under a new key; nobody may change one, and only the job of their term delete one.
  'journal:write': (estate) => ({
    environment: { JOURNAL_TABLE: estate.journal.tableName },
    allow: [allow(['dynamodb:PutItem'], [estate.journal.tableArn]), unlock(estate, 'dynamodb', encryptActions)],
  }),
  'journal:erase': (estate) => ({
    environment: { JOURNAL_TABLE: estate.journal.tableName },
    allow: [allow(['dynamodb:DeleteItem'], [estate.journal.tableArn]), unlock(estate, 'dynamodb', encryptActions)],
  }),
  'journal:read': (estate) => ({
    environment: { JOURNAL_TABLE: estate.journal.tableName },
    allow: [
      allow(['dynamodb:Query'], withIndexes(estate.journal, journalIndexes)),
      unlock(estate, 'dynamodb', readActions),
    ],
  }),
  'seals:read': (estate) => ({
    environment: { DOCUMENTS_BUCKET: estate.buckets.documents.bucketName },
    allow: readFrom(estate.buckets.documents, estate, 'journal/*'),
  }),
  'seals:write': (estate) => ({
    environment: { DOCUMENTS_BUCKET: estate.buckets.documents.bucketName },
    allow: writeTo(estate.buckets.documents, estate, 'journal/*'),
  }),
  'attachments:read': (estate) => ({
    environment: { ATTACHMENTS_BUCKET: estate.buckets.attachments.bucketName },
    allow: readFrom(estate.buckets.attachments, estate),
  }),
  // What a malware scanner wrote beside the scan, if the deployment has one.
  'attachments:scanner': ({ parameters, buckets: { attachments } }) => ({
    environment: { MALWARE_SCANNER: parameters.malwareScanner.valueAsString },
    allow: [allow(['s3:GetObjectTagging'], [attachments.arnForObjects('*')])],
  }),
  'attachments:write': (estate) => ({
    environment: { ATTACHMENTS_BUCKET: estate.buckets.attachments.bucketName },
    allow: writeTo(estate.buckets.attachments, estate),
  }),
  'refused:write': (estate) => ({
    environment: { ATTACHMENTS_BUCKET: estate.buckets.attachments.bucketName },
    allow: writeTo(estate.buckets.attachments, estate, 'refused/*'),
  }),
  'refused:read': (estate) => ({
    environment: { ATTACHMENTS_BUCKET: estate.buckets.attachments.bucketName },
    allow: readFrom(estate.buckets.attachments, estate, 'refused/*'),
  }),
  'registers:write': (estate) => ({
    environment: { ATTACHMENTS_BUCKET: estate.buckets.attachments.bucketName },
    allow: writeTo(estate.buckets.attachments, estate, 'registers/*'),
  }),
  'registers:read': (estate) => ({
    environment: { ATTACHMENTS_BUCKET: estate.buckets.attachments.bucketName },
    allow: readFrom(estate.buckets.attachments, estate, 'registers/*'),
  }),
  'attachments:list': ({ buckets: { attachments } }) => ({
    allow: [allow(['s3:ListBucket'], [attachments.bucketArn])],
  }),
  'attachments:delete': (estate) => ({
    environment: { ATTACHMENTS_BUCKET: estate.buckets.attachments.bucketName },
    allow: [allow(['s3:DeleteObject'], [estate.buckets.attachments.arnForObjects('*')])],
  }),
  'documents:read': (estate) => ({
    environment: { DOCUMENTS_BUCKET: estate.buckets.documents.bucketName },
    allow: readFrom(estate.buckets.documents, estate),
  }),
  'documents:write': (estate) => ({
    environment: { DOCUMENTS_BUCKET: estate.buckets.documents.bucketName },
    allow: writeTo(estate.buckets.documents, estate),
  }),
  'documents:erase': ({ buckets: { documents } }) => ({
    environment: { DOCUMENTS_BUCKET: documents.bucketName },
    allow: [
      allow(['s3:DeleteObject'], [documents.arnForObjects('*')]),
      allow(['s3:ListBucket'], [documents.bucketArn]),
    ],
  }),
  'trust:read': (estate) => ({
    environment: { TRUST_BUCKET: estate.buckets.trust.bucketName },
    allow: readFrom(estate.buckets.trust, estate),
  }),
  'trust:write': (estate) => ({
    environment: {
      TRUST_BUCKET: estate.buckets.trust.bucketName,
      CRL_SOURCES: estate.parameters.crlSources.valueAsString,
    },
    // People put certificates there; a function that could add one could add an anchor's intermediate.
    allow: writeTo(estate.buckets.trust, estate, 'crls/*'),
  }),
  'eds-profile': ({ parameters }) => ({
    environment: {
      EDS_PROFILE: parameters.edsProfile.valueAsString,
      EDS_ANCHORS: parameters.edsAnchors.valueAsString,
    },
  }),
  'ocsp-sources': ({ parameters }) => ({ environment: { OCSP_SOURCES: parameters.ocspSources.valueAsString } }),
  'tsp-sources': ({ parameters }) => ({ environment: { TSP_SOURCES: parameters.tspSources.valueAsString } }),
  // Where a page uploads scans and downloads documents, by addresses that it gets: no right of the function's own.
  'storage-origins': ({ buckets: { attachments, documents } }) => ({
    environment: {
      STORAGE_ORIGINS: Fn.join(
        ',',
        [attachments, documents].map(({ bucketRegionalDomainName }) => `https://${bucketRegionalDomainName}`),
      ),
    },
  }),
  'profile-name': ({ parameters }) => ({ environment: { EDS_PROFILE: parameters.edsProfile.valueAsString } }),
  'machines:start': (estate) => ({
    environment: { MACHINE_ARN_PREFIX: estate.machineArnPrefix },
    allow: onMachines(estate, ['states:StartExecution']),
  }),
  'machines:signal': (estate) => ({
    environment: { MACHINE_ARN_PREFIX: estate.machineArnPrefix },
    allow: onMachines(estate, ['states:SendTaskSuccess', 'states:SendTaskFailure']),
  }),
  'token-keys:sign': ({ keys }) => signingKeys('TOKEN_KEY_IDS', keys.tokens, signs),
  'token-keys:read': ({ keys }) => signingKeys('TOKEN_KEY_IDS', keys.tokens, shows),
  'gateway-keys:read': ({ keys }) => signingKeys('GATEWAY_KEY_IDS', keys.gateway, shows),
  mail: ({ parameters, table, prefix }) => ({
    environment: { MAIL_FROM: parameters.mailFrom.valueAsString, MAIL_CONFIGURATION_SET: configurationSet(prefix) },
    allow: [sendMail(parameters.mailFrom.valueAsString, configurationSet(prefix), Stack.of(table))],
  }),
  gateways: ({ parameters, keys }) => {
    const { environment, allow } = signingKeys('GATEWAY_KEY_IDS', keys.gateway, signs);
    return { environment: { ...environment, GATEWAY_URL: parameters.gatewayUrl.valueAsString }, allow };
  },
  offers: ({ parameters }) => ({ environment: { OFFERS: parameters.offers.valueAsString } }),
  fees: ({ parameters }) => ({ environment: { FEES: parameters.fees.valueAsString } }),
  'staff-sign-in': ({ parameters }) => ({ environment: { STAFF_SIGN_IN: parameters.staffSignIn.valueAsString } }),
  'public-url': ({ parameters }) => ({ environment: { PUBLIC_URL: parameters.publicUrl.valueAsString } }),
} as const satisfies Record<string, (estate: Holdings) => Provision>;

export type Need = keyof typeof needs;

const shows = ['kms:GetPublicKey'];
const signs = ['kms:Sign', ...shows];

/** The first key signs, all are accepted. */
const signingKeys = (variable: string, keys: readonly IKey[], actions: readonly string[]) => {
  const arns = keys.map(({ keyArn }) => keyArn);
  return { environment: { [variable]: Fn.join(',', arns) }, allow: [allow(actions, arns)] };
};

/** Named by how their names begin: one by one, their ARNs would not fit into a policy. */
const onMachines = ({ machineArnPrefix }: Holdings, actions: readonly string[]) => [
  allow(actions, [`${machineArnPrefix}*`]),
];

/** SES accepts a verified address or a verified domain; in both cases only this sender. */
const sendMail = (from: string, set: string, stack: Stack) =>
  allow(
    ['ses:SendEmail'],
    [
      ...[from, Fn.select(1, Fn.split('@', from))].map((resourceName) =>
        stack.formatArn({ service: 'ses', resource: 'identity', resourceName }),
      ),
      stack.formatArn({ service: 'ses', resource: 'configuration-set', resourceName: set }),
    ],
    { StringEquals: { 'ses:FromAddress': from } },
  );

/** Environment and policy of a function, from its needs alone. */
export function provide(wanted: readonly Need[], estate: Holdings) {
  const provisions = wanted.map((need): Provision => needs[need](estate));
  return {
    environment: Object.assign({}, ...provisions.map(({ environment }) => environment)) as Record<string, string>,
    statements: provisions.flatMap(({ allow = [] }) => allow),
  };
}
