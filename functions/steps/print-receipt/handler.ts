import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serveRow } from '../../../lib/adapters/machine/serve-row.ts';
import { input, printReceipt } from './print-receipt.ts';

const { TABLE_NAME } = readEnvironment(process.env, 'TABLE_NAME');
const requests = openRequests(openTable(TABLE_NAME));

export const handler = serveRow(input, (task) => printReceipt(task, { requests, now: new Date() }));
