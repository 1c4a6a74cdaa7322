import type { Context } from 'aws-lambda';
import { openJournal } from '../../../lib/adapters/dynamo/journal.ts';
import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { openAccounts } from '../../../lib/adapters/identity/accounts.ts';
import { findHolds } from '../../../lib/adapters/identity/hold.ts';
import { openSeals } from '../../../lib/adapters/s3/seals.ts';
import { eraseJournal } from './erase-journal.ts';

const env = readEnvironment(process.env, 'TABLE_NAME', 'JOURNAL_TABLE', 'DOCUMENTS_BUCKET');
const table = openTable(env.TABLE_NAME);
const stores = { requests: openRequests(table), accounts: openAccounts(table) };
const needs = { journal: openJournal(openTable(env.JOURNAL_TABLE)), seals: openSeals(env.DOCUMENTS_BUCKET) };

/** Runs on a schedule. */
export const handler = (_event: unknown, context: Context) =>
  eraseJournal({
    ...needs,
    isHeld: findHolds(stores),
    now: new Date(),
    timeLeft: () => context.getRemainingTimeInMillis(),
  });
