import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serve } from '../../../lib/adapters/http/serve.ts';
import { openAccounts } from '../../../lib/adapters/identity/accounts.ts';
import { addAbsence } from './add-absence.ts';
import { contract } from './contract.ts';

const { TABLE_NAME } = readEnvironment(process.env, 'TABLE_NAME');
const accounts = openAccounts(openTable(TABLE_NAME));

export const handler = serve(contract, (asked, caller) => addAbsence(asked, caller, { accounts, now: new Date() }));
