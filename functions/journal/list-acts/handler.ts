import { openJournal } from '../../../lib/adapters/dynamo/journal.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serve } from '../../../lib/adapters/http/serve.ts';
import { openAccounts } from '../../../lib/adapters/identity/accounts.ts';
import { contract } from './contract.ts';
import { listActs } from './list-acts.ts';

const { TABLE_NAME, JOURNAL_TABLE } = readEnvironment(process.env, 'TABLE_NAME', 'JOURNAL_TABLE');
const needs = { accounts: openAccounts(openTable(TABLE_NAME)), journal: openJournal(openTable(JOURNAL_TABLE)) };

export const handler = serve(contract, (asked, caller) => listActs(asked, caller, { ...needs, now: new Date() }));
