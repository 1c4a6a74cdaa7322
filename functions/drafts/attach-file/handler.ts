import { ulid } from 'ulid';
import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serve } from '../../../lib/adapters/http/serve.ts';
import { openAttachments } from '../../../lib/adapters/s3/attachments.ts';
import { findService } from '../../../lib/domain/regulation/cards.ts';
import { attachFile } from './attach-file.ts';
import { contract } from './contract.ts';

const { TABLE_NAME, ATTACHMENTS_BUCKET } = readEnvironment(process.env, 'TABLE_NAME', 'ATTACHMENTS_BUCKET');
const requests = openRequests(openTable(TABLE_NAME));
const attachments = openAttachments(ATTACHMENTS_BUCKET);

export const handler = serve(contract, (asked, caller) =>
  attachFile(asked, caller, { requests, attachments, findService, now: new Date(), newId: ulid }),
);
