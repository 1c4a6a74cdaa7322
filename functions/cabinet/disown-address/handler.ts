import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openDigest } from '../../../lib/adapters/dynamo/table-secret.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { servePublic } from '../../../lib/adapters/http/serve.ts';
import { contract } from './contract.ts';
import { disownAddress } from './disown-address.ts';

const env = readEnvironment(process.env, 'TABLE_NAME');
const table = openTable(env.TABLE_NAME);
const needs = { requests: openRequests(table), digestOf: openDigest(table, 'MAILED-SECRET') };

export const handler = servePublic(contract, (asked) => disownAddress(asked, { ...needs, now: new Date() }));
