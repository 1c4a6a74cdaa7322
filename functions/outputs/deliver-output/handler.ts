import { openIssuedDocuments } from '../../../lib/adapters/dynamo/issued-documents.ts';
import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serveStep } from '../../../lib/adapters/machine/serve-row.ts';
import { openDocuments } from '../../../lib/adapters/s3/documents.ts';
import { openStamping } from '../../../lib/adapters/trust/stamp-signatures.ts';
import { findService } from '../../../lib/domain/regulation/cards.ts';
import { deliverOutput, input } from './deliver-output.ts';

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
const table = openTable(env.TABLE_NAME);
const needs = {
  requests: openRequests(table),
  register: openIssuedDocuments(table),
  documents: openDocuments(env.DOCUMENTS_BUCKET),
  extend: openStamping(env, () => new Date()).extend,
  findService,
  clock: () => new Date(),
};

export const handler = serveStep(input, deliverOutput, needs);
