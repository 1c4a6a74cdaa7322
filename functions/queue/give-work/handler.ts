import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serve } from '../../../lib/adapters/http/serve.ts';
import { openAccounts } from '../../../lib/adapters/identity/accounts.ts';
import { contract } from './contract.ts';
import { giveWork } from './give-work.ts';

const { TABLE_NAME } = readEnvironment(process.env, 'TABLE_NAME');
const table = openTable(TABLE_NAME);
const needs = { accounts: openAccounts(table), requests: openRequests(table) };

export const handler = serve(contract, (asked, caller) => giveWork(asked, caller, { ...needs, now: new Date() }));
