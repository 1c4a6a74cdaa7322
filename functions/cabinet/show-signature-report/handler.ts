import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serve } from '../../../lib/adapters/http/serve.ts';
import { openDocuments } from '../../../lib/adapters/s3/documents.ts';
import { openRefusals } from '../../../lib/adapters/s3/refusals.ts';
import { contract } from './contract.ts';
import { showSignatureReport } from './show-signature-report.ts';

const env = readEnvironment(process.env, 'TABLE_NAME', 'ATTACHMENTS_BUCKET', 'DOCUMENTS_BUCKET');
const needs = {
  requests: openRequests(openTable(env.TABLE_NAME)),
  documents: openDocuments(env.DOCUMENTS_BUCKET),
  refused: openRefusals(env.ATTACHMENTS_BUCKET),
};

export const handler = serve(contract, (asked, caller) => showSignatureReport(asked, caller, needs));
