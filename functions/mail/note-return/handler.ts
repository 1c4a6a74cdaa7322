import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { openAccounts } from '../../../lib/adapters/identity/accounts.ts';
import { noteReturn } from './note-return.ts';

const table = openTable(readEnvironment(process.env, 'TABLE_NAME').TABLE_NAME);
const needs = { requests: openRequests(table), accounts: openAccounts(table) };

export const handler = (event: unknown) => noteReturn(event, { ...needs, now: new Date() });
