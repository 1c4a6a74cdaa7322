import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serveRow } from '../../../lib/adapters/machine/serve-row.ts';
import { findService } from '../../../lib/domain/regulation/cards.ts';
import { input, openWork } from './open-work.ts';

const { TABLE_NAME } = readEnvironment(process.env, 'TABLE_NAME');
const requests = openRequests(openTable(TABLE_NAME));

export const handler = serveRow(input, (task) => openWork(task, { requests, findService, now: new Date() }));
