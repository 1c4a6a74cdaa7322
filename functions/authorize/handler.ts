import type { APIGatewayRequestAuthorizerEvent } from 'aws-lambda';
import { openTable } from '../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../lib/adapters/environment.ts';
import { openSessions } from '../../lib/adapters/identity/sessions.ts';
import { openTokenKey } from '../../lib/adapters/identity/token-key.ts';
import { openTokens } from '../../lib/adapters/identity/tokens.ts';
import { authorize } from './authorize.ts';

const { TABLE_NAME, TOKEN_KEY_ID, PUBLIC_URL } = readEnvironment(
  process.env,
  'TABLE_NAME',
  'TOKEN_KEY_ID',
  'PUBLIC_URL',
);
const sessions = openSessions(openTable(TABLE_NAME));
const tokens = openTokens(openTokenKey(TOKEN_KEY_ID), PUBLIC_URL);

/** Stands before every route that is not public. Its answers are never cached: a session may end at any moment. */
export const handler = (event: APIGatewayRequestAuthorizerEvent) =>
  authorize(event, { tokens, sessions, now: new Date() });
