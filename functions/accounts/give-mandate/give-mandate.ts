import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { viewOfficer } from '../../../lib/adapters/http/views/officer-view.ts';
import type { Accounts } from '../../../lib/adapters/identity/accounts.ts';
import { tellAdministrators } from '../../../lib/adapters/identity/tell-administrators.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { dayFromIso } from '../../../lib/domain/calendar/day.ts';
import { afterDay, giveMandate as give, MANDATE_DAYS } from '../../../lib/domain/identity/mandate.ts';
import { dayOf } from '../../../lib/domain/language/dates.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { zoneOf } from '../../../lib/domain/regulation/zone-of.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly accounts: Pick<Accounts, 'find' | 'change' | 'listStaff'>;
  readonly now: Date;
}

export async function giveMandate(
  { params: { account }, body: { lastDay } }: Pick<Asked<typeof contract>, 'params' | 'body'>,
  { account: by, office = '' }: Caller,
  { accounts, now }: Needs,
): Promise<Answered | Refusal> {
  if (account === by) return refuse('mandate/own');
  const zone = zoneOf(office);
  const ahead = dayFromIso(lastDay) - dayFromIso(dayOf(now.toISOString(), zone));
  if (ahead < 0) return refuse('input/invalid', { errors: [past] });
  if (ahead > MANDATE_DAYS) return refuse('input/invalid', { errors: [tooLate] });
  if (!(await accounts.find(account))) return refuse('staff/unknown');
  const mandate = { from: now.toISOString(), until: afterDay(lastDay, zone), office, by };
  const changed = await accounts.change(account, (kept) => give(kept, mandate));
  if (isRefusal(changed)) return changed;
  await tellAdministrators(by, { accounts, now });
  return { body: viewOfficer(changed.account, office, now), about: { subject: account } };
}

const past = { field: '/lastDay', rule: 'not-past', expected: 'today or later' };
const tooLate = {
  field: '/lastDay',
  rule: 'days-ahead',
  expected: `at most ${MANDATE_DAYS} days ahead`,
  bounds: { max: MANDATE_DAYS },
};
