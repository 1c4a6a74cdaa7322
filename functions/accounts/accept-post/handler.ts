import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serve } from '../../../lib/adapters/http/serve.ts';
import { openAccounts } from '../../../lib/adapters/identity/accounts.ts';
import { openDocuments } from '../../../lib/adapters/s3/documents.ts';
import { openEdsCheck } from '../../../lib/adapters/trust/check-eds.ts';
import { openOfficeNumbers } from '../../../lib/adapters/trust/office-numbers.ts';
import { acceptPost } from './accept-post.ts';
import { contract } from './contract.ts';

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
  accounts: openAccounts(openTable(env.TABLE_NAME)),
  documents: openDocuments(env.DOCUMENTS_BUCKET),
  checkEds: openEdsCheck(env),
  binOf: openOfficeNumbers(env.TRUST_BUCKET),
};

export const handler = serve(contract, (asked, caller) => acceptPost(asked, caller, { ...needs, now: new Date() }));
