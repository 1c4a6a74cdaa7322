import { openChildKey } from '../../../lib/adapters/dynamo/child-claims.ts';
import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serve } from '../../../lib/adapters/http/serve.ts';
import { openMachines } from '../../../lib/adapters/machine/machines.ts';
import { openAttachments } from '../../../lib/adapters/s3/attachments.ts';
import { openScanner } from '../../../lib/adapters/s3/scanner.ts';
import { openDocuments } from '../../../lib/adapters/s3/documents.ts';
import { openRefusals } from '../../../lib/adapters/s3/refusals.ts';
import { openEdsCheck } from '../../../lib/adapters/trust/check-eds.ts';
import { openOfficeNumbers } from '../../../lib/adapters/trust/office-numbers.ts';
import { openTrustBucket } from '../../../lib/adapters/trust/trust-bucket.ts';
import { findService } from '../../../lib/domain/regulation/cards.ts';
import { offeredBy } from '../../../lib/domain/regulation/offered.ts';
import { knowRequests } from '../../../lib/domain/request/known.ts';
import { contract } from './contract.ts';
import { submitRequest } from './submit-request.ts';

const env = readEnvironment(
  process.env,
  'TABLE_NAME',
  'ATTACHMENTS_BUCKET',
  'MALWARE_SCANNER',
  'DOCUMENTS_BUCKET',
  'MACHINE_ARN_PREFIX',
  'TRUST_BUCKET',
  'EDS_PROFILE',
  'EDS_ANCHORS',
  'OCSP_SOURCES',
  'TSP_SOURCES',
  'OFFERS',
);
const attachments = openAttachments(env.ATTACHMENTS_BUCKET);
const trust = openTrustBucket(env.TRUST_BUCKET);
const needs = {
  childKey: openChildKey(openTable(env.TABLE_NAME)),
  requests: openRequests(openTable(env.TABLE_NAME)),
  attachments,
  askScanner: openScanner(env.MALWARE_SCANNER, attachments),
  documents: openDocuments(env.DOCUMENTS_BUCKET),
  refused: openRefusals(env.ATTACHMENTS_BUCKET),
  machines: openMachines(env.MACHINE_ARN_PREFIX),
  checkEds: openEdsCheck(env, trust),
  binOf: openOfficeNumbers(env.TRUST_BUCKET, trust),
  stamps: env.TSP_SOURCES.length > 0,
  findService,
  offeredIn: offeredBy(env.OFFERS),
};

export const handler = serve(contract, (asked, caller) =>
  submitRequest(asked, caller, { ...needs, requests: knowRequests(needs.requests), now: new Date() }),
);
