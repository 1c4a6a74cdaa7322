import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { viewAbsences } from '../../../lib/adapters/http/views/person-view.ts';
import type { Accounts } from '../../../lib/adapters/identity/accounts.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { endAbsence as end, servesAt } from '../../../lib/domain/identity/absence.ts';
import { dayOf } from '../../../lib/domain/language/dates.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { zoneOf } from '../../../lib/domain/regulation/zone-of.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly accounts: Pick<Accounts, 'find' | 'changeAbsences'>;
  readonly now: Date;
}

export async function endAbsence(
  { params: { account }, query: { firstDay } }: Pick<Asked<typeof contract>, 'params' | 'query'>,
  { office = '' }: Caller,
  { accounts, now }: Needs,
): Promise<Answered | Refusal> {
  const away = await accounts.find(account);
  if (!away || !servesAt(away, office)) return refuse('staff/unknown');
  const zone = zoneOf(office);
  const absences = await accounts.changeAbsences(office, (kept) => {
    const ended = kept.filter((each) => each.away.account === account && dayOf(each.from, zone) === firstDay);
    return ended.reduce((rest, each) => end(rest, each, now), kept);
  });
  if (isRefusal(absences)) return absences;
  const serves = () => true;
  return { body: { absences: viewAbsences(absences, account, { office, serves, now }) }, about: { subject: account } };
}
