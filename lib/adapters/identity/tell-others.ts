import { actCodes, tellHead, tellOfAct } from '../../domain/identity/changes.ts';
import { changeRequest, type Requests } from '../../domain/request/change.ts';
import type { Request } from '../../domain/request/request.ts';
import type { Telling } from '../../domain/notice/telling.ts';
import { duesIn, recordTold, tellApplicant } from '../../domain/request/telling.ts';
import type { Accounts } from './accounts.ts';

/** Employees that are looked through to find the heads of an office. */
const LOOKED_AT = 1000;

interface Needs {
  readonly requests: Pick<Requests, 'find' | 'replace'>;
  readonly accounts: Pick<Accounts, 'findByIin' | 'listStaff' | 'change'>;
  readonly now: Date;
}

/**
 * Tells others what was done, and records that they have been told. Repeated after a crash, nobody is told twice in the cabinet.
 * An account that anybody may have registered is told nothing.
 */
export async function tellOthers(request: Request, { requests, accounts, now }: Needs): Promise<void> {
  const due = duesIn(request, now);
  for (const each of due) await tellers[each.to]?.(request, each, accounts);
  const told = due.map(({ id }) => id);
  await changeRequest(requests, request.id, (current) => recordTold(tellApplicant(current, due), told));
}

type Teller = (request: Request, telling: Telling, accounts: Needs['accounts']) => Promise<void>;

/** The applicant's notices are in the request itself. */
const tellers: Readonly<Partial<Record<Telling['to'], Teller>>> = {
  holder: async ({ applicant }, telling, accounts) => {
    const holder = await accounts.findByIin(applicant.iin);
    const code = actCodes.find((each) => each === telling.code);
    if (code && holder?.confirmed && !holder.closed)
      await accounts.change(holder.id, (kept) => tellOfAct(kept, code, telling));
  },
  heads: async ({ office }, telling, accounts) => {
    const staff = await accounts.listStaff(LOOKED_AT);
    const place = telling.place ?? office;
    const heads = staff.filter((each) => each.role === 'mio-head' && each.office === place && !each.suspended);
    for (const { id } of heads) await accounts.change(id, (kept) => tellHead(kept, telling));
  },
};
