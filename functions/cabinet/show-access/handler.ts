import { openJournal } from '../../../lib/adapters/dynamo/journal.ts';
import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serve } from '../../../lib/adapters/http/serve.ts';
import { contract } from './contract.ts';
import { showAccess } from './show-access.ts';

const { TABLE_NAME, JOURNAL_TABLE } = readEnvironment(process.env, 'TABLE_NAME', 'JOURNAL_TABLE');
const needs = { requests: openRequests(openTable(TABLE_NAME)), journal: openJournal(openTable(JOURNAL_TABLE)) };

export const handler = serve(contract, (asked, caller) => showAccess(asked, caller, { ...needs, now: new Date() }));
