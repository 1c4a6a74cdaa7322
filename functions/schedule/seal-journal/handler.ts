import type { Context } from 'aws-lambda';
import { openJournal } from '../../../lib/adapters/dynamo/journal.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { openSeals } from '../../../lib/adapters/s3/seals.ts';
import { sealJournal } from './seal-journal.ts';

const { JOURNAL_TABLE, DOCUMENTS_BUCKET } = readEnvironment(process.env, 'JOURNAL_TABLE', 'DOCUMENTS_BUCKET');
const needs = { journal: openJournal(openTable(JOURNAL_TABLE)), seals: openSeals(DOCUMENTS_BUCKET) };

/** Runs on a schedule. */
export const handler = (_event: unknown, context: Context) =>
  sealJournal({ ...needs, now: new Date(), timeLeft: () => context.getRemainingTimeInMillis() });
