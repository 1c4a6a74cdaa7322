import type { Caller, Holder } from '../access/roles.ts';

/** Whoever calls: as the authorizer read them a moment ago, or from the store (docs/decisions/0052). */
export const findCaller = async (
  { holder, account }: Caller,
  accounts: { find(id: string): Promise<Holder | undefined> },
): Promise<Holder | undefined> => holder ?? accounts.find(account);

/** The same caller, who is read anew: for a write that comes long after the authorizer let them through. */
export function unread(caller: Caller): Caller {
  const { holder: _, ...unknown } = caller;
  return unknown;
}
