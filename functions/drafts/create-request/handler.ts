import { ulid } from 'ulid';
import { openIdempotencyKeys } from '../../../lib/adapters/dynamo/idempotency-keys.ts';
import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serve } from '../../../lib/adapters/http/serve.ts';
import { openAccounts } from '../../../lib/adapters/identity/accounts.ts';
import { findService } from '../../../lib/domain/regulation/cards.ts';
import { offeredBy } from '../../../lib/domain/regulation/offered.ts';
import { contract } from './contract.ts';
import { createRequest } from './create-request.ts';

const { TABLE_NAME, OFFERS } = readEnvironment(process.env, 'TABLE_NAME', 'OFFERS');
const table = openTable(TABLE_NAME);
const needs = {
  requests: openRequests(table),
  keys: openIdempotencyKeys(table, () => new Date()),
  findService,
  offeredIn: offeredBy(OFFERS),
  accounts: openAccounts(table),
  newId: ulid,
};

export const handler = serve(contract, (asked, caller) => createRequest(asked, caller, { ...needs, now: new Date() }));
