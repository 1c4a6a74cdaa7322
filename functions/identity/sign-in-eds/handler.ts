import { ulid } from 'ulid';
import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { servePublic } from '../../../lib/adapters/http/serve.ts';
import { openAccounts } from '../../../lib/adapters/identity/accounts.ts';
import { openChallenges } from '../../../lib/adapters/identity/challenges.ts';
import { wireGrants } from '../../../lib/adapters/identity/wire-grants.ts';
import { openEdsCheck } from '../../../lib/adapters/trust/check-eds.ts';
import { contract } from './contract.ts';
import { openProof } from './prove-account.ts';
import { signInEds } from './sign-in-eds.ts';

const env = readEnvironment(
  process.env,
  'TABLE_NAME',
  'TOKEN_KEY_IDS',
  'PUBLIC_URL',
  'TRUST_BUCKET',
  'EDS_PROFILE',
  'EDS_ANCHORS',
  'OCSP_SOURCES',
);
const table = openTable(env.TABLE_NAME);
const needs = {
  prove: openProof({ accounts: openAccounts(table), requests: openRequests(table), newId: ulid }),
  challenges: openChallenges(table),
  grants: wireGrants(table, env.TOKEN_KEY_IDS, env.PUBLIC_URL),
  checkEds: openEdsCheck(env),
};

export const handler = servePublic(contract, (asked) => signInEds(asked, { ...needs, now: new Date() }));
