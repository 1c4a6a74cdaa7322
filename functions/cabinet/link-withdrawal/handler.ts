import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serve } from '../../../lib/adapters/http/serve.ts';
import { renderReceipt } from '../../../lib/adapters/pdf/receipt.ts';
import { openDocuments } from '../../../lib/adapters/s3/documents.ts';
import { findService } from '../../../lib/domain/regulation/cards.ts';
import { contract } from './contract.ts';
import { linkWithdrawal } from './link-withdrawal.ts';

const { TABLE_NAME, DOCUMENTS_BUCKET } = readEnvironment(process.env, 'TABLE_NAME', 'DOCUMENTS_BUCKET');
const needs = {
  requests: openRequests(openTable(TABLE_NAME)),
  documents: openDocuments(DOCUMENTS_BUCKET),
  findService,
  renderReceipt,
};

export const handler = serve(contract, (asked, caller) => linkWithdrawal(asked, caller, needs));
