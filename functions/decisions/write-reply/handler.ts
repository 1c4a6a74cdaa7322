import { randomBytes } from 'node:crypto';
import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serve } from '../../../lib/adapters/http/serve.ts';
import { openAccounts } from '../../../lib/adapters/identity/accounts.ts';
import { renderOutput } from '../../../lib/adapters/pdf/render.ts';
import { openDocuments } from '../../../lib/adapters/s3/documents.ts';
import { findService } from '../../../lib/domain/regulation/cards.ts';
import { contract } from './contract.ts';
import { writeReply } from './write-reply.ts';

const env = readEnvironment(process.env, 'TABLE_NAME', 'DOCUMENTS_BUCKET', 'PUBLIC_URL');
const table = openTable(env.TABLE_NAME);
const needs = {
  requests: openRequests(table),
  accounts: openAccounts(table),
  documents: openDocuments(env.DOCUMENTS_BUCKET),
  findService,
  renderOutput,
  publicUrl: env.PUBLIC_URL,
  newNonce: () => randomBytes(5),
};

export const handler = serve(contract, (asked, caller) => writeReply(asked, caller, { ...needs, now: new Date() }));
