import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serve } from '../../../lib/adapters/http/serve.ts';
import { findService } from '../../../lib/domain/regulation/cards.ts';
import { contract } from './contract.ts';
import { openAccounts } from '../../../lib/adapters/identity/accounts.ts';
import { showWork } from './show-work.ts';

const { TABLE_NAME } = readEnvironment(process.env, 'TABLE_NAME');
const table = openTable(TABLE_NAME);
const needs = { requests: openRequests(table), accounts: openAccounts(table), findService };

export const handler = serve(contract, (asked, caller) => showWork(asked, caller, { ...needs, now: new Date() }));
