import { openDigest } from '../../../lib/adapters/dynamo/table-secret.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serve } from '../../../lib/adapters/http/serve.ts';
import { openAccounts } from '../../../lib/adapters/identity/accounts.ts';
import { confirmEmail } from './confirm-email.ts';
import { contract } from './contract.ts';

const { TABLE_NAME } = readEnvironment(process.env, 'TABLE_NAME');
const table = openTable(TABLE_NAME);
const needs = { accounts: openAccounts(table), digestOf: openDigest(table, 'EMAIL-CODE-SECRET') };

export const handler = serve(contract, (asked, caller) => confirmEmail(asked, caller, { ...needs, now: new Date() }));
