import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serveStep } from '../../../lib/adapters/machine/serve-row.ts';
import { openDocuments } from '../../../lib/adapters/s3/documents.ts';
import { openEdsCheck } from '../../../lib/adapters/trust/check-eds.ts';
import { openStamping } from '../../../lib/adapters/trust/stamp-signatures.ts';
import { openTrustBucket } from '../../../lib/adapters/trust/trust-bucket.ts';
import { findService } from '../../../lib/domain/regulation/cards.ts';
import { confirmSubmission, input } from './confirm-submission.ts';

const env = readEnvironment(
  process.env,
  'TABLE_NAME',
  'DOCUMENTS_BUCKET',
  'TRUST_BUCKET',
  'EDS_PROFILE',
  'EDS_ANCHORS',
  'OCSP_SOURCES',
  'TSP_SOURCES',
);
// One for both: it keeps the octets of the lists that have not changed.
const trust = openTrustBucket(env.TRUST_BUCKET);
const needs = {
  requests: openRequests(openTable(env.TABLE_NAME)),
  documents: openDocuments(env.DOCUMENTS_BUCKET),
  checkEds: openEdsCheck(env, trust),
  extend: openStamping(env, () => new Date(), trust).extend,
  findService,
  clock: () => new Date(),
};

export const handler = serveStep(input, confirmSubmission, needs);
