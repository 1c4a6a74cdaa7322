import type { Context } from 'aws-lambda';
import { openDueItems } from '../../../lib/adapters/dynamo/due-items.ts';
import { openIssuedDocuments } from '../../../lib/adapters/dynamo/issued-documents.ts';
import { openQueueCheck } from '../../../lib/adapters/dynamo/queue-check.ts';
import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openDigest } from '../../../lib/adapters/dynamo/table-secret.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { openAccounts } from '../../../lib/adapters/identity/accounts.ts';
import { newCode, newSecret } from '../../../lib/adapters/identity/secrets.ts';
import { openMachines } from '../../../lib/adapters/machine/machines.ts';
import { openMail } from '../../../lib/adapters/mail/send-mail.ts';
import { openAttachments } from '../../../lib/adapters/s3/attachments.ts';
import { findService, queues } from '../../../lib/domain/regulation/cards.ts';
import { places } from '../../../lib/domain/regulation/places.ts';
import { openDocuments } from '../../../lib/adapters/s3/documents.ts';
import { openStamping } from '../../../lib/adapters/trust/stamp-signatures.ts';
import { sweep } from './sweep.ts';

const env = readEnvironment(
  process.env,
  'TABLE_NAME',
  'ATTACHMENTS_BUCKET',
  'DOCUMENTS_BUCKET',
  'MACHINE_ARN_PREFIX',
  'MAIL_FROM',
  'MAIL_CONFIGURATION_SET',
  'PUBLIC_URL',
  'TRUST_BUCKET',
  'EDS_PROFILE',
  'EDS_ANCHORS',
  'OCSP_SOURCES',
  'TSP_SOURCES',
);
const table = openTable(env.TABLE_NAME);
const needs = {
  due: openDueItems(table),
  requests: openRequests(table),
  queueCheck: openQueueCheck(table),
  queues,
  places: [...new Set(places.map(({ code }) => code))],
  accounts: openAccounts(table),
  attachments: openAttachments(env.ATTACHMENTS_BUCKET),
  documents: openDocuments(env.DOCUMENTS_BUCKET),
  ...openStamping(env, () => new Date()),
  register: openIssuedDocuments(table),
  machines: openMachines(env.MACHINE_ARN_PREFIX),
  sendMail: openMail({ from: env.MAIL_FROM, configurationSet: env.MAIL_CONFIGURATION_SET }),
  digestOf: openDigest(table, 'MAILED-SECRET'),
  codeDigestOf: openDigest(table, 'EMAIL-CODE-SECRET'),
  ...{ newSecret, newCode },
  findService,
  publicUrl: env.PUBLIC_URL,
};

export const handler = (_event: unknown, context: Context) =>
  sweep({ ...needs, now: new Date(), timeLeft: () => context.getRemainingTimeInMillis() });
