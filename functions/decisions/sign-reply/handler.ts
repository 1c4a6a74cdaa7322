import { openIssuedDocuments } from '../../../lib/adapters/dynamo/issued-documents.ts';
import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serve } from '../../../lib/adapters/http/serve.ts';
import { openAccounts } from '../../../lib/adapters/identity/accounts.ts';
import { openDocuments } from '../../../lib/adapters/s3/documents.ts';
import { openRefusals } from '../../../lib/adapters/s3/refusals.ts';
import { openEdsCheck } from '../../../lib/adapters/trust/check-eds.ts';
import { openOfficeNumbers } from '../../../lib/adapters/trust/office-numbers.ts';
import { findService } from '../../../lib/domain/regulation/cards.ts';
import { contract } from './contract.ts';
import { signReply } from './sign-reply.ts';

const env = readEnvironment(
  process.env,
  'TABLE_NAME',
  'ATTACHMENTS_BUCKET',
  'DOCUMENTS_BUCKET',
  'TRUST_BUCKET',
  'EDS_PROFILE',
  'EDS_ANCHORS',
  'OCSP_SOURCES',
);
const table = openTable(env.TABLE_NAME);
const needs = {
  requests: openRequests(table),
  accounts: openAccounts(table),
  register: openIssuedDocuments(table),
  documents: openDocuments(env.DOCUMENTS_BUCKET),
  refused: openRefusals(env.ATTACHMENTS_BUCKET),
  checkEds: openEdsCheck(env),
  findService,
  binOf: openOfficeNumbers(env.TRUST_BUCKET),
};

export const handler = serve(contract, (asked, caller) => signReply(asked, caller, { ...needs, now: new Date() }));
