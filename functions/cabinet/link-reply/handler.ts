import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serve } from '../../../lib/adapters/http/serve.ts';
import { openDocuments } from '../../../lib/adapters/s3/documents.ts';
import { contract } from './contract.ts';
import { linkReply } from './link-reply.ts';

const { TABLE_NAME, DOCUMENTS_BUCKET } = readEnvironment(process.env, 'TABLE_NAME', 'DOCUMENTS_BUCKET');
const needs = { requests: openRequests(openTable(TABLE_NAME)), documents: openDocuments(DOCUMENTS_BUCKET) };

export const handler = serve(contract, (asked, caller) => linkReply(asked, caller, needs));
