import { actCodes, tellEmployee, tellOfAct } from '../../domain/identity/changes.ts';
import { changeRequest, type Requests } from '../../domain/request/change.ts';
import { holderOf } from '../../domain/identity/absence.ts';
import { placeOf } from '../../domain/request/ownership.ts';
import { isNumbered, type Request } from '../../domain/request/request.ts';
import type { Telling } from '../../domain/notice/telling.ts';
import { duesIn, recordTold, tellApplicant } from '../../domain/request/telling.ts';
import { adoptFiled } from '../../domain/request/submission/adopt.ts';
import type { Accounts } from './accounts.ts';
import { listOffice } from './list-office.ts';

interface Needs {
  readonly requests: Pick<Requests, 'find' | 'replace'>;
  readonly accounts: Pick<Accounts, 'findByIin' | 'listPeople' | 'change' | 'absencesAt'>;
  readonly now: Date;
}

/**
 * Tells others what was done, and records that they have been told. Repeated after a crash, nobody is told twice in the cabinet.
 * An account that anybody may have registered is told nothing. What an employee filed also appears in the holder's cabinet.
 */
export async function tellOthers(request: Request, { requests, accounts, now }: Needs): Promise<void> {
  const due = duesIn(request, now);
  for (const each of due) await tellers[each.to]?.(request, each, { requests, accounts, now });
  const told = due.map(({ id }) => id);
  const holder = due.some(({ to }) => to === 'holder') ? await accounts.findByIin(request.applicant.iin) : undefined;
  await changeRequest(requests, request.id, (current) => {
    const after = recordTold(tellApplicant(current, due), told);
    return holder ? adoptFiled(after, holder, now) : after;
  });
}

type Teller = (request: Request, telling: Telling, needs: Needs) => Promise<void>;

/** The applicant's notices are in the request itself. */
const tellers: Readonly<Partial<Record<Telling['to'], Teller>>> = {
  holder: async ({ applicant }, telling, { accounts }) => {
    const holder = await accounts.findByIin(applicant.iin);
    const code = actCodes.find((each) => each === telling.code);
    if (code && holder?.confirmed && !holder.closed)
      await accounts.change(holder.id, (kept) => tellOfAct(kept, code, telling));
  },
  heads: async ({ office }, telling, { accounts }) => {
    const people = await listOffice(telling.place ?? office, accounts);
    const heads = people.filter(({ role }) => role === 'mio-head');
    for (const { id } of heads) await accounts.change(id, (kept) => tellEmployee(kept, telling));
  },
  worker: async (request, telling, { accounts, now }) => {
    const work = isNumbered(request) && !request.work?.outcome ? request.work : undefined;
    if (!work?.claimedBy) return;
    const absences = await accounts.absencesAt(placeOf(request, work.by));
    const holder = holderOf(absences, work.claimedBy.account, now);
    await accounts.change(holder, (kept) => tellEmployee(kept, telling));
  },
};
