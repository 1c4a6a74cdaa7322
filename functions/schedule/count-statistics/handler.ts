import type { Context } from 'aws-lambda';
import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openStatistics } from '../../../lib/adapters/dynamo/statistics.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { findService } from '../../../lib/domain/regulation/cards.ts';
import { offices } from '../../../lib/domain/regulation/places.ts';
import { countStatistics } from './count-statistics.ts';

const table = openTable(readEnvironment(process.env, 'TABLE_NAME').TABLE_NAME);
const needs = { requests: openRequests(table), statistics: openStatistics(table), offices, findService };

/** Runs on a schedule. */
export const handler = (_event: unknown, context: Context) =>
  countStatistics({ ...needs, now: new Date(), timeLeft: () => context.getRemainingTimeInMillis() });
