import { openDayCounter } from '../../../lib/adapters/dynamo/day-counter.ts';
import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { openGateways } from '../../../lib/adapters/gateways/gateways.ts';
import { serve } from '../../../lib/adapters/http/serve.ts';
import { openAccounts } from '../../../lib/adapters/identity/accounts.ts';
import { openSigningKeys } from '../../../lib/adapters/identity/signing-key.ts';
import { findService } from '../../../lib/domain/regulation/cards.ts';
import { contract } from './contract.ts';
import { fillFromRegisters } from './fill-from-registers.ts';

const env = readEnvironment(process.env, 'TABLE_NAME', 'GATEWAY_URL', 'GATEWAY_KEY_IDS');
const table = openTable(env.TABLE_NAME);
const clock = () => new Date();
const needs = {
  requests: openRequests(table),
  accounts: openAccounts(table),
  findService,
  gateways: openGateways({ url: env.GATEWAY_URL, key: openSigningKeys(env.GATEWAY_KEY_IDS)[0], clock }),
  counter: openDayCounter(table, 'REGISTERS'),
  clock,
};

export const handler = serve(contract, (asked, caller) => fillFromRegisters(asked, caller, needs));
