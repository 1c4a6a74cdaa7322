import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { viewAbsences } from '../../../lib/adapters/http/views/person-view.ts';
import type { Accounts } from '../../../lib/adapters/identity/accounts.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { dayFromIso } from '../../../lib/domain/calendar/day.ts';
import { instantOf, type Zone } from '../../../lib/domain/calendar/zone.ts';
import { ABSENCE_DAYS, addAbsence as add, servesAt } from '../../../lib/domain/identity/absence.ts';
import type { Account } from '../../../lib/domain/identity/account.ts';
import { tellEmployee } from '../../../lib/domain/identity/changes.ts';
import { afterDay } from '../../../lib/domain/identity/mandate.ts';
import { dayOf } from '../../../lib/domain/language/dates.ts';
import { isRefusal, refuse, type FieldError, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { zoneOf } from '../../../lib/domain/regulation/zone-of.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly accounts: Pick<Accounts, 'find' | 'change' | 'changeAbsences'>;
  readonly now: Date;
}

export async function addAbsence(
  { params, body: { firstDay, lastDay, substitute: by } }: Pick<Asked<typeof contract>, 'params' | 'body'>,
  { account: head, office = '' }: Caller,
  { accounts, now }: Needs,
): Promise<Answered | Refusal> {
  const zone = zoneOf(office);
  const errors = faultsOf(firstDay, lastDay, dayOf(now.toISOString(), zone));
  if (errors.length > 0) return refuse('input/invalid', { errors });
  const [away, substitute] = await Promise.all([params.account, by].map((id) => accounts.find(id)));
  if (!away || !servesAt(away, office)) return refuse('staff/unknown');
  if (!substitute || !servesAt(substitute, office)) return refuse('absence/unfit');
  const period = { from: startOf(firstDay, zone), until: afterDay(lastDay, zone) };
  const absence = { away: nameOf(away), substitute: nameOf(substitute), ...period, by: head };
  let isNew = false;
  const absences = await accounts.changeAbsences(office, (kept) => {
    const after = add(kept, absence, now);
    isNew = after !== kept;
    return after;
  });
  if (isRefusal(absences)) return absences;
  // Sent again, it is said to nobody again.
  if (isNew)
    await accounts.change(substitute.id, (kept) => tellEmployee(kept, { at: now.toISOString(), code: 'stands-in' }));
  const serves = (id: string) => id === substitute.id;
  return {
    body: { absences: viewAbsences(absences, away.id, { office, serves, now }) },
    about: { subject: away.id },
  };
}

const nameOf = ({ id: account, fullName: name, role }: Account) => ({ account, name, role });

const startOf = (day: string, zone: Zone) => new Date(instantOf(dayFromIso(day), 0, zone)).toISOString();

function faultsOf(firstDay: string, lastDay: string, today: string): FieldError[] {
  const ahead = dayFromIso(lastDay) - dayFromIso(today);
  if (firstDay < today) return [past];
  if (lastDay < firstDay) return [early];
  return ahead > ABSENCE_DAYS ? [tooLate] : [];
}

const past = { field: '/firstDay', rule: 'not-past', expected: 'today or later' };
const early = { field: '/lastDay', rule: 'not-before', expected: 'the first day or later' };
const tooLate = {
  field: '/lastDay',
  rule: 'days-ahead',
  expected: `at most ${ABSENCE_DAYS} days ahead`,
  bounds: { max: ABSENCE_DAYS },
};
