import { encodeMoment } from '../../../lib/adapters/http/paging.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { viewStaff } from '../../../lib/adapters/http/views/staff-view.ts';
import type { Accounts } from '../../../lib/adapters/identity/accounts.ts';
import type { contract } from './contract.ts';

export async function listStaff(
  { query: { limit, from } }: Asked<typeof contract>,
  { accounts }: { readonly accounts: Pick<Accounts, 'listStaff'> },
): Promise<Answered> {
  // One more shows whether there is a next page.
  const found = await accounts.listStaff(limit + 1, from);
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return {
    body: { staff: shown.map(viewStaff), ...(last && { next: encodeMoment('staff', [last.createdAt, last.id]) }) },
  };
}
