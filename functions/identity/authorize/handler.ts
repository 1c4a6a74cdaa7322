import type { APIGatewayRequestAuthorizerEvent } from 'aws-lambda';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { openAccounts } from '../../../lib/adapters/identity/accounts.ts';
import { openSessions } from '../../../lib/adapters/identity/sessions.ts';
import { openSigningKeys } from '../../../lib/adapters/identity/signing-key.ts';
import { openTokens } from '../../../lib/adapters/identity/tokens.ts';
import { authorize } from './authorize.ts';

const { TABLE_NAME, TOKEN_KEY_IDS, PUBLIC_URL, STAFF_SIGN_IN } = readEnvironment(
  process.env,
  'TABLE_NAME',
  'TOKEN_KEY_IDS',
  'PUBLIC_URL',
  'STAFF_SIGN_IN',
);
const table = openTable(TABLE_NAME);
const needs = { accounts: openAccounts(table), sessions: openSessions(table), staffSignIn: STAFF_SIGN_IN };
const tokens = openTokens(openSigningKeys(TOKEN_KEY_IDS), PUBLIC_URL);

/** Runs before every route that is not public. Its answers are never cached: a session may end at any moment. */
export const handler = (event: APIGatewayRequestAuthorizerEvent) =>
  authorize(event, { ...needs, tokens, now: new Date() });
