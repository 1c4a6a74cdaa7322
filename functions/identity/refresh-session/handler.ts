import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { servePublic } from '../../../lib/adapters/http/serve.ts';
import { wireGrants } from '../../../lib/adapters/identity/wire-grants.ts';
import { contract } from './contract.ts';
import { refreshSession } from './refresh-session.ts';

const { TABLE_NAME, TOKEN_KEY_IDS, PUBLIC_URL } = readEnvironment(
  process.env,
  'TABLE_NAME',
  'TOKEN_KEY_IDS',
  'PUBLIC_URL',
);
const grants = wireGrants(openTable(TABLE_NAME), TOKEN_KEY_IDS, PUBLIC_URL);

export const handler = servePublic(contract, (asked) => refreshSession(asked, { grants, now: new Date() }));
