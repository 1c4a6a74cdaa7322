import { ulid } from 'ulid';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serve } from '../../../lib/adapters/http/serve.ts';
import { openAccounts } from '../../../lib/adapters/identity/accounts.ts';
import { newSalt } from '../../../lib/adapters/identity/secrets.ts';
import type { Role } from '../../../lib/domain/access/roles.ts';
import { isWorkplace } from '../../../lib/domain/identity/workplaces.ts';
import { places } from '../../../lib/domain/regulation/places.ts';
import { contract } from './contract.ts';
import { createAccount } from './create-account.ts';

const { TABLE_NAME } = readEnvironment(process.env, 'TABLE_NAME');
const needs = {
  accounts: openAccounts(openTable(TABLE_NAME)),
  isWorkplace: (role: Role, office: string) => isWorkplace(role, office, places),
  newId: ulid,
  newSalt,
};

export const handler = serve(contract, (asked, caller) => createAccount(asked, caller, { ...needs, now: new Date() }));
