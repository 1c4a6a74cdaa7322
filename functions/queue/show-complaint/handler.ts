import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serve } from '../../../lib/adapters/http/serve.ts';
import { contract } from './contract.ts';
import { showComplaint } from './show-complaint.ts';

const { TABLE_NAME } = readEnvironment(process.env, 'TABLE_NAME');
const requests = openRequests(openTable(TABLE_NAME));

export const handler = serve(contract, (asked, caller) => showComplaint(asked, caller, { requests, now: new Date() }));
