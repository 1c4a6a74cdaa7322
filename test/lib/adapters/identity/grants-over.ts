import type { Table } from '../../../../lib/adapters/dynamo/table.ts';
import { openAccounts } from '../../../../lib/adapters/identity/accounts.ts';
import { openGrants } from '../../../../lib/adapters/identity/grants.ts';
import { newSecret } from '../../../../lib/adapters/identity/secrets.ts';
import { openSessions } from '../../../../lib/adapters/identity/sessions.ts';
import { openTokens } from '../../../../lib/adapters/identity/tokens.ts';
import { makeSoftwareKey } from './software-key.ts';

const key = makeSoftwareKey();
let count = 0;

/** Grants over a table, with one key for the whole test, and their parts for inspection. */
export function grantsOver(table: Table, publicUrl = 'https://akimat.example') {
  const tokens = openTokens([key], publicUrl);
  const [accounts, sessions] = [openAccounts(table), openSessions(table)];
  const newId = () => `id-${++count}`;
  return { tokens, accounts, sessions, grants: openGrants({ accounts, sessions, tokens, newId, newSecret }) };
}
