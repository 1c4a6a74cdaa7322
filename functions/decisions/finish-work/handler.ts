import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serve } from '../../../lib/adapters/http/serve.ts';
import { openAccounts } from '../../../lib/adapters/identity/accounts.ts';
import { openMachines } from '../../../lib/adapters/machine/machines.ts';
import { findService } from '../../../lib/domain/regulation/cards.ts';
import { finishWork } from './finish-work.ts';
import { contract } from './contract.ts';

const { TABLE_NAME, MACHINE_ARN_PREFIX } = readEnvironment(process.env, 'TABLE_NAME', 'MACHINE_ARN_PREFIX');
const table = openTable(TABLE_NAME);
const needs = {
  requests: openRequests(table),
  accounts: openAccounts(table),
  machines: openMachines(MACHINE_ARN_PREFIX),
  findService,
};

export const handler = serve(contract, (asked, caller) => finishWork(asked, caller, { ...needs, now: new Date() }));
