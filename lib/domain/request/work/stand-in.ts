import type { Caller, Holder } from '../../access/roles.ts';
import { awayNow, standsInFor, type Absence } from '../../identity/absence.ts';
import { holdsMandate } from '../../identity/mandate.ts';
import type { Officer } from '../../output/output.ts';
import { mayWork } from '../ownership.ts';
import { isNumbered, type Request } from '../request.ts';
import { record } from '../states.ts';
import { acting, isWorking } from './officer.ts';

/** Who acts, and who is away at their office. */
export interface Acting {
  readonly caller: Caller;
  readonly account: Holder;
  readonly absences: readonly Absence[];
  readonly now: Date;
}

/**
 * Whether the open work is for the caller: by their role and office; or it is the head's, the head is away, and the caller stands
 * in with a mandate that works. Nothing else of the head passes to anybody.
 */
export const mayAct = ({ caller, account, absences, now }: Acting, request: Request): boolean =>
  mayWork(caller, request) ||
  (holdsMandate(account, now) &&
    standsInFor(absences, caller.account, now).some(
      ({ away }) => away.role === 'mio-head' && isHeads(request) && mayWork({ ...caller, role: away.role }, request),
    ));

const isHeads = (request: Request) => isNumbered(request) && request.work?.by === 'head';

/** Work that an absent colleague has claimed becomes the substitute's when the substitute acts; other work stays as it is. */
export function standIn(request: Request, officer: Officer, absences: readonly Absence[], now: Date): Request {
  if (!isWorking(request) || request.work.outcome || !request.work.claimedBy) return request;
  const { account, name: insteadOf } = request.work.claimedBy;
  const absence = awayNow(absences, account, now);
  if (absence?.substitute.account !== officer.account) return request;
  const at = now.toISOString();
  const work = { ...request.work, claimedBy: { account: officer.account, name: officer.name, at, insteadOf } };
  const about = { by: account, as: { role: absence.away.role, name: insteadOf } };
  return record('claim', { ...request, work }, { at, code: 'stood-in', row: work.row, ...acting(officer), about });
}
