import type { RequestTable } from '../../../lib/adapters/dynamo/requests.ts';
import { oneOfficeAsked } from '../../../lib/adapters/http/office-asked.ts';
import { encodeMoment } from '../../../lib/adapters/http/paging.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { COUNTED, viewPerson } from '../../../lib/adapters/http/views/person-view.ts';
import type { Accounts } from '../../../lib/adapters/identity/accounts.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { servesAt } from '../../../lib/domain/identity/absence.ts';
import { isRefusal, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { readTally } from '../../../lib/domain/request/work/open-counts.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly accounts: Pick<Accounts, 'find' | 'listPeople' | 'absencesAt'>;
  readonly requests: Pick<RequestTable, 'countOpen' | 'countDueOf'>;
  readonly now: Date;
}

export async function listPeople(
  { query }: Pick<Asked<typeof contract>, 'query'>,
  caller: Caller,
  { accounts, requests, now }: Needs,
): Promise<Answered | Refusal> {
  const office = oneOfficeAsked(caller, query.office);
  if (isRefusal(office)) return office;
  // One more shows whether there is a next page.
  const [found, absences, { tally }] = await Promise.all([
    accounts.listPeople(office, query.limit + 1, query.from),
    accounts.absencesAt(office),
    requests.countOpen(office),
  ]);
  const shown = found.slice(0, query.limit);
  const last = found.length > query.limit ? shown.at(-1) : undefined;
  const { worker: open } = readTally(tally);
  const overdue = await Promise.all(
    shown.map(({ id }) => requests.countDueOf(id, { until: now.toISOString() }, COUNTED)),
  );
  const serving = await servingOf(office, [...new Set(absences.map(({ substitute }) => substitute.account))], accounts);
  const people = shown.map((person, index) =>
    viewPerson(
      person,
      { open: open[person.id] ?? 0, overdue: overdue[index]! },
      { office, absences, serves: (id) => serving.has(id), now },
    ),
  );
  return {
    body: { people, ...(last && { next: encodeMoment('people', [last.createdAt, last.id]) }) },
    ...(caller.office === undefined && { about: { place: office } }),
  };
}

/** Which of these accounts work at the office: a substitute may have left. Absences of an office are bounded. */
async function servingOf(office: string, ids: readonly string[], { find }: Pick<Accounts, 'find'>) {
  const found = await Promise.all(ids.map((id) => find(id)));
  return new Set(found.flatMap((each) => (each && servesAt(each, office) ? [each.id] : [])));
}
