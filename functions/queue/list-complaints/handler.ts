import { openComplaintList } from '../../../lib/adapters/dynamo/complaint-list.ts';
import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serve } from '../../../lib/adapters/http/serve.ts';
import { contract } from './contract.ts';
import { listComplaints } from './list-complaints.ts';

const { TABLE_NAME } = readEnvironment(process.env, 'TABLE_NAME');
const table = openTable(TABLE_NAME);
const needs = { requests: openRequests(table), complaints: openComplaintList(table) };

export const handler = serve(contract, (asked, caller) => listComplaints(asked, caller, { ...needs, now: new Date() }));
