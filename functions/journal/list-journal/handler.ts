import { openJournal } from '../../../lib/adapters/dynamo/journal.ts';
import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serve } from '../../../lib/adapters/http/serve.ts';
import { openAccounts } from '../../../lib/adapters/identity/accounts.ts';
import { contract } from './contract.ts';
import { listJournal } from './list-journal.ts';

const { TABLE_NAME, JOURNAL_TABLE } = readEnvironment(process.env, 'TABLE_NAME', 'JOURNAL_TABLE');
const table = openTable(TABLE_NAME);
const journal = openJournal(openTable(JOURNAL_TABLE));
const needs = { journal, requests: openRequests(table), accounts: openAccounts(table) };

export const handler = serve(contract, (asked) => listJournal(asked, { ...needs, now: new Date() }));
