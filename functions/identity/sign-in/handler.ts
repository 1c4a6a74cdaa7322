import { setTimeout as wait } from 'node:timers/promises';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { servePublic } from '../../../lib/adapters/http/serve.ts';
import { openAccounts } from '../../../lib/adapters/identity/accounts.ts';
import { openAttempts } from '../../../lib/adapters/identity/attempts.ts';
import { wireGrants } from '../../../lib/adapters/identity/wire-grants.ts';
import { contract } from './contract.ts';
import { signIn } from './sign-in.ts';

const { TABLE_NAME, TOKEN_KEY_IDS, PUBLIC_URL } = readEnvironment(
  process.env,
  'TABLE_NAME',
  'TOKEN_KEY_IDS',
  'PUBLIC_URL',
);
const table = openTable(TABLE_NAME);
const needs = {
  accounts: openAccounts(table),
  attempts: openAttempts(table, wait),
  grants: wireGrants(table, TOKEN_KEY_IDS, PUBLIC_URL),
};

export const handler = servePublic(contract, (asked) => signIn(asked, { ...needs, now: new Date() }));
