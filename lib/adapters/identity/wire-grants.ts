import { ulid } from 'ulid';
import type { Table } from '../dynamo/table.ts';
import { openAccounts } from './accounts.ts';
import { openGrants } from './grants.ts';
import { newSecret } from './secrets.ts';
import { openSessions } from './sessions.ts';
import { openSigningKeys } from './signing-key.ts';
import { openTokens } from './tokens.ts';

/** Grants over the table and the KMS keys, for the handlers that begin or renew a session. */
export const wireGrants = (table: Table, keyIds: readonly string[], publicUrl: string) =>
  openGrants({
    accounts: openAccounts(table),
    sessions: openSessions(table),
    tokens: openTokens(openSigningKeys(keyIds), publicUrl),
    newId: ulid,
    newSecret,
  });
