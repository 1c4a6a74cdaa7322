import { setTimeout as wait } from 'node:timers/promises';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serve } from '../../../lib/adapters/http/serve.ts';
import { openAccounts } from '../../../lib/adapters/identity/accounts.ts';
import { openAttempts } from '../../../lib/adapters/identity/attempts.ts';
import { newSalt } from '../../../lib/adapters/identity/secrets.ts';
import { openSessions } from '../../../lib/adapters/identity/sessions.ts';
import { wireGrants } from '../../../lib/adapters/identity/wire-grants.ts';
import { changePassword } from './change-password.ts';
import { contract } from './contract.ts';

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
  sessions: openSessions(table),
  grants: wireGrants(table, TOKEN_KEY_IDS, PUBLIC_URL),
  newSalt,
};

export const handler = serve(contract, (asked, caller) => changePassword(asked, caller, { ...needs, now: new Date() }));
