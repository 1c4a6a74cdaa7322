import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { kazakhstan } from '../../../lib/domain/calendar/calendar.ts';
import { findService } from '../../../lib/domain/regulation/cards.ts';
import { places } from '../../../lib/domain/regulation/places.ts';
import { recomputeDeadlines } from './recompute-deadlines.ts';

const { TABLE_NAME } = readEnvironment(process.env, 'TABLE_NAME');
const needs = {
  requests: openRequests(openTable(TABLE_NAME)),
  findService,
  places: places.map(({ code }) => code),
  workingDays: kazakhstan,
};

/** `aws lambda invoke --function-name <stack>-recompute-deadlines /dev/stdout` */
export const handler = () => recomputeDeadlines({ ...needs, now: new Date() });
