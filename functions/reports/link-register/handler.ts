import { ulid } from 'ulid';
import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serve } from '../../../lib/adapters/http/serve.ts';
import { openRegisterFiles } from '../../../lib/adapters/s3/register-files.ts';
import { writeRegister as write } from '../../../lib/adapters/xlsx/write-register.ts';
import { findService } from '../../../lib/domain/regulation/cards.ts';
import { contract } from './contract.ts';
import { linkRegister } from './link-register.ts';

const { TABLE_NAME, ATTACHMENTS_BUCKET } = readEnvironment(process.env, 'TABLE_NAME', 'ATTACHMENTS_BUCKET');
const requests = openRequests(openTable(TABLE_NAME));
const files = openRegisterFiles(ATTACHMENTS_BUCKET);

export const handler = serve(contract, (asked, caller) =>
  linkRegister(asked, caller, { requests, files, write, findService, now: new Date(), newId: ulid }),
);
