import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serve } from '../../../lib/adapters/http/serve.ts';
import { openAccounts } from '../../../lib/adapters/identity/accounts.ts';
import type { Role } from '../../../lib/domain/access/roles.ts';
import { isWorkplace } from '../../../lib/domain/identity/workplaces.ts';
import { places } from '../../../lib/domain/regulation/places.ts';
import { changePost } from './change-post.ts';
import { contract } from './contract.ts';

const { TABLE_NAME } = readEnvironment(process.env, 'TABLE_NAME');
const table = openTable(TABLE_NAME);
const needs = {
  accounts: openAccounts(table),
  requests: openRequests(table),
  isWorkplace: (role: Role, office: string) => isWorkplace(role, office, places),
};

export const handler = serve(contract, (asked, caller) => changePost(asked, caller, { ...needs, now: new Date() }));
