import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serve } from '../../../lib/adapters/http/serve.ts';
import { openAttachments } from '../../../lib/adapters/s3/attachments.ts';
import { contract } from './contract.ts';
import { removeAttachment } from './remove-attachment.ts';

const { TABLE_NAME, ATTACHMENTS_BUCKET } = readEnvironment(process.env, 'TABLE_NAME', 'ATTACHMENTS_BUCKET');
const requests = openRequests(openTable(TABLE_NAME));
const attachments = openAttachments(ATTACHMENTS_BUCKET);

export const handler = serve(contract, (asked, caller) =>
  removeAttachment(asked, caller, { requests, attachments, now: new Date() }),
);
