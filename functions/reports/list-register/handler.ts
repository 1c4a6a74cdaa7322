import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serve } from '../../../lib/adapters/http/serve.ts';
import { findService } from '../../../lib/domain/regulation/cards.ts';
import { contract } from './contract.ts';
import { listRegister } from './list-register.ts';

const { TABLE_NAME } = readEnvironment(process.env, 'TABLE_NAME');
const requests = openRequests(openTable(TABLE_NAME));

export const handler = serve(contract, (asked, caller) =>
  listRegister(asked, caller, { requests, findService, now: new Date() }),
);
