import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serve } from '../../../lib/adapters/http/serve.ts';
import { openAccounts } from '../../../lib/adapters/identity/accounts.ts';
import { openSessions } from '../../../lib/adapters/identity/sessions.ts';
import { contract } from './contract.ts';
import { listSessions } from './list-sessions.ts';

const { TABLE_NAME } = readEnvironment(process.env, 'TABLE_NAME');
const table = openTable(TABLE_NAME);
const needs = { accounts: openAccounts(table), sessions: openSessions(table) };

export const handler = serve(contract, (_asked, caller) => listSessions(caller, { ...needs, now: new Date() }));
