import { openJournal } from '../../../lib/adapters/dynamo/journal.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serve } from '../../../lib/adapters/http/serve.ts';
import { openSeals } from '../../../lib/adapters/s3/seals.ts';
import { checkJournal } from './check-journal.ts';
import { contract } from './contract.ts';

const { JOURNAL_TABLE, DOCUMENTS_BUCKET } = readEnvironment(process.env, 'JOURNAL_TABLE', 'DOCUMENTS_BUCKET');
const needs = { journal: openJournal(openTable(JOURNAL_TABLE)), seals: openSeals(DOCUMENTS_BUCKET) };

export const handler = serve(contract, (asked) => checkJournal(asked, { ...needs, now: new Date() }));
