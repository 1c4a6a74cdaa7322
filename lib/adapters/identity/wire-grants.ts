import { ulid } from 'ulid';
import type { Table } from '../dynamo/table.ts';
import { openAccounts } from './accounts.ts';
import { openGrants } from './grants.ts';
import { newSecret } from './secrets.ts';
import { openSessions } from './sessions.ts';
import { openTokenKey } from './token-key.ts';
import { openTokens } from './tokens.ts';

/** Grants over the table and the KMS key, for the handlers that begin or renew a session. */
export const wireGrants = (table: Table, keyId: string, publicUrl: string) =>
  openGrants({
    accounts: openAccounts(table),
    sessions: openSessions(table),
    tokens: openTokens(openTokenKey(keyId), publicUrl),
    newId: ulid,
    newSecret,
  });
