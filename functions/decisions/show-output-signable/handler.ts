import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serve } from '../../../lib/adapters/http/serve.ts';
import { openAccounts } from '../../../lib/adapters/identity/accounts.ts';
import { renderOutput } from '../../../lib/adapters/pdf/render.ts';
import { openDocuments } from '../../../lib/adapters/s3/documents.ts';
import { findService } from '../../../lib/domain/regulation/cards.ts';
import { places } from '../../../lib/domain/regulation/places.ts';
import { knowRequests } from '../../../lib/domain/request/known.ts';
import { contract } from './contract.ts';
import { showOutputSignable } from './show-output-signable.ts';

const env = readEnvironment(process.env, 'TABLE_NAME', 'DOCUMENTS_BUCKET', 'PUBLIC_URL');
const table = openTable(env.TABLE_NAME);
const needs = {
  requests: openRequests(table),
  accounts: openAccounts(table),
  documents: openDocuments(env.DOCUMENTS_BUCKET),
  findService,
  places,
  renderOutput,
  publicUrl: env.PUBLIC_URL,
};

export const handler = serve(contract, (asked, caller) =>
  showOutputSignable(asked, caller, { ...needs, requests: knowRequests(needs.requests), now: new Date() }),
);
