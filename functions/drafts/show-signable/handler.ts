import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serve } from '../../../lib/adapters/http/serve.ts';
import { openAttachments } from '../../../lib/adapters/s3/attachments.ts';
import { openScanner } from '../../../lib/adapters/s3/scanner.ts';
import { findService } from '../../../lib/domain/regulation/cards.ts';
import { contract } from './contract.ts';
import { showSignable } from './show-signable.ts';

const env = readEnvironment(process.env, 'TABLE_NAME', 'ATTACHMENTS_BUCKET', 'MALWARE_SCANNER');
const attachments = openAttachments(env.ATTACHMENTS_BUCKET);
const needs = {
  requests: openRequests(openTable(env.TABLE_NAME)),
  attachments,
  askScanner: openScanner(env.MALWARE_SCANNER, attachments),
  findService,
};

export const handler = serve(contract, (asked, caller) => showSignable(asked, caller, { ...needs, now: new Date() }));
