import type { Answered } from '../../../lib/adapters/http/serve.ts';
import { viewOfficer } from '../../../lib/adapters/http/views/officer-view.ts';
import type { Accounts } from '../../../lib/adapters/identity/accounts.ts';
import { listOffice } from '../../../lib/adapters/identity/list-office.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';

interface Needs {
  readonly accounts: Pick<Accounts, 'listPeople'>;
  readonly now: Date;
}

export async function listMandates({ office = '' }: Caller, { accounts, now }: Needs): Promise<Answered> {
  const people = await listOffice(office, accounts);
  const officers = people.filter(({ role }) => role === 'mio-officer');
  return { body: { officers: officers.map((each) => viewOfficer(each, office, now)) } };
}
