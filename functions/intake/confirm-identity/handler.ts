import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { openAccounts } from '../../../lib/adapters/identity/accounts.ts';
import { serveStep } from '../../../lib/adapters/machine/serve-row.ts';
import { findService } from '../../../lib/domain/regulation/cards.ts';
import { confirmIdentity, input } from './confirm-identity.ts';

const { TABLE_NAME } = readEnvironment(process.env, 'TABLE_NAME');
const table = openTable(TABLE_NAME);
const needs = { requests: openRequests(table), accounts: openAccounts(table), findService, clock: () => new Date() };

export const handler = serveStep(input, confirmIdentity, needs);
