import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serveRow } from '../../../lib/adapters/machine/serve-row.ts';
import { openDocuments } from '../../../lib/adapters/s3/documents.ts';
import { openEdsCheck } from '../../../lib/adapters/trust/check-eds.ts';
import { confirmSubmission, input } from './confirm-submission.ts';

const env = readEnvironment(
  process.env,
  'TABLE_NAME',
  'DOCUMENTS_BUCKET',
  'TRUST_BUCKET',
  'EDS_PROFILE',
  'EDS_ANCHORS',
  'OCSP_SOURCES',
);
const needs = {
  requests: openRequests(openTable(env.TABLE_NAME)),
  documents: openDocuments(env.DOCUMENTS_BUCKET),
  checkEds: openEdsCheck(env),
};

export const handler = serveRow(input, (task) => confirmSubmission(task, { ...needs, now: new Date() }));
