import type { Caller } from '../../lib/domain/access/roles.ts';
import type { Absence } from '../../lib/domain/identity/absence.ts';
import type { Account, Credentials, Mandate } from '../../lib/domain/identity/account.ts';
import type { Refusal } from '../../lib/domain/problem/problem.ts';
import { accountOf, daniyar, saule } from '../lib/adapters/identity/people.ts';
import { after, draft, gulnar, serik } from '../lib/domain/request/example.ts';

// The callers of verbs about the example's request.
const session = 'session';
const { office, applicant } = draft();

export const citizen: Caller = { account: applicant.account ?? '', role: 'applicant', session };
export const stranger: Caller = { account: 'somebody-else', role: 'applicant', session };
export const officer: Caller = { account: serik.account, role: 'mio-officer', office, session };
export const colleague: Caller = { account: gulnar.account, role: 'mio-officer', office, session };
export const elsewhere: Caller = { ...officer, office: 'turkestan' };
export const auditor: Caller = { account: 'auditor', role: 'auditor', session };

/** The id of a request that does not exist. */
export const absent = '01KAH7M0000000000000000009';

/** The head lets the officer sign, for as long as the example lasts. */
function mandateOf(place: string): Mandate {
  return { from: after(-1).toISOString(), until: after(24 * 60).toISOString(), office: place, by: 'head-bakyt' };
}

export const citizenAccount: Account = { ...accountOf(applicant.iin), id: citizen.account };
export const officerAccount: Account = {
  ...accountOf(saule, 'mio-officer', office),
  ...{ id: serik.account, fullName: serik.name, position: 'главный специалист' },
  mandate: mandateOf(office),
};
const colleagueAccount: Account = {
  ...accountOf(daniyar, 'mio-officer', office),
  ...{ id: gulnar.account, fullName: gulnar.name },
};

export const accountsOf = (...known: readonly Account[]) => ({
  find: async (id: string) => known.find((account) => account.id === id),
  absencesAt: async (): Promise<readonly Absence[]> => [],
  findByIin: async (iin: string) => known.find((account) => account.iin === iin),
  change: async (id: string, transition: (kept: Credentials) => Credentials | Refusal) =>
    transition({ account: known.find((account) => account.id === id)! }),
});
export const accounts = accountsOf(citizenAccount, officerAccount, colleagueAccount);
/** The officer's own request: their IIN is the applicant's. */
export const interested = accountsOf({ ...officerAccount, iin: applicant.iin });

/** Machines that remember what they were told and what was started. */
export function machines() {
  const signals: (readonly [token: string, outcome: string])[] = [];
  const started: string[] = [];
  return {
    ...{ signals, started },
    signal: async (token: string, outcome: string) => void signals.push([token, outcome]),
    start: async ({ id }: { readonly id: string }) => void started.push(id),
  };
}
