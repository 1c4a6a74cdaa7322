import { ulid } from 'ulid';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { servePublic } from '../../../lib/adapters/http/serve.ts';
import { openAccounts } from '../../../lib/adapters/identity/accounts.ts';
import { newSalt } from '../../../lib/adapters/identity/secrets.ts';
import { contract } from './contract.ts';
import { registerAccount } from './register-account.ts';

const { TABLE_NAME } = readEnvironment(process.env, 'TABLE_NAME');
const accounts = openAccounts(openTable(TABLE_NAME));

export const handler = servePublic(contract, (asked) =>
  registerAccount(asked, { accounts, now: new Date(), newId: ulid, newSalt }),
);
