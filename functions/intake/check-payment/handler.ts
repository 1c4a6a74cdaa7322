import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { openGateways } from '../../../lib/adapters/gateways/gateways.ts';
import { serveRow } from '../../../lib/adapters/machine/serve-row.ts';
import { checkPayment, input } from './check-payment.ts';

const { TABLE_NAME, GATEWAY_URL } = readEnvironment(process.env, 'TABLE_NAME', 'GATEWAY_URL');
const needs = { requests: openRequests(openTable(TABLE_NAME)), gateways: openGateways(GATEWAY_URL) };

export const handler = serveRow(input, (task) => checkPayment(task, { ...needs, now: new Date() }));
