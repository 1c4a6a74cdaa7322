import { call, type Client } from '../../lib/local/http/client.ts';

interface Seen {
  readonly id: string;
  readonly state: string;
  readonly number?: string;
  readonly history: readonly { readonly code: string; readonly row?: string; readonly run?: number }[];
}

const ends = ['issued', 'refused', 'turned-away'];

/**
 * From outside: what was lost, done twice or left half-done.
 *
 * @param told ids of the requests whose stories were played
 * @returns a sentence for each fault
 */
export async function audit(
  url: string,
  auditor: Client,
  applicant: Client,
  told: readonly string[],
): Promise<readonly string[]> {
  const seen = await inTurn(told, (id) => auditor.get<Seen>(`/requests/${id}`));
  const numbers = seen.flatMap(({ number }) => number ?? []);
  const documents = await inTurn(
    seen.filter(({ state }) => state === 'issued'),
    ({ id }) => applicant.get<{ number: string }>(`/requests/${id}/output`),
  );
  const registered = await inTurn(documents, ({ number }) =>
    call<{ status: string }>(url, 'GET', `/documents/${number}`),
  );
  const notices = await all<{ id: string }>(applicant);
  return [
    ...seen.filter(({ state }) => !ends.includes(state)).map(({ id, state }) => `${id} is ${state}`),
    ...seen.flatMap(({ id, history }) => twice(rowsOf(history)).map((row) => `${id}: ${row} was done twice`)),
    ...twice(numbers).map((number) => `the number ${number} was given twice`),
    ...twice(documents.map(({ number }) => number)).map((number) => `the document ${number} was issued twice`),
    ...registered.flatMap(({ status }, place) =>
      status === 'genuine' ? [] : [`the document ${documents[place]?.number} is ${status} in the register`],
    ),
    ...twice(notices.map(({ id }) => id)).map((id) => `the notice ${id} is there twice`),
    ...(await checkJournal(auditor)),
  ];
}

/** Each row of a run, with what it did: performed once. A row that asks again and again says so in its code. */
const rowsOf = (history: Seen['history']) =>
  history.flatMap(({ row, code, run = 0 }) =>
    row === undefined || /silent|reminded|escalated|claimed|released|returned/.test(code)
      ? []
      : [`${row} ${code} of run ${run}`],
  );

async function checkJournal(auditor: Client): Promise<readonly string[]> {
  const faults: string[] = [];
  for (let after = ''; ;) {
    const page = await auditor.get<{ faults: { code: string; at: string }[]; next?: string }>(
      `/journal/check${after && `?after=${encodeURIComponent(after)}`}`,
    );
    faults.push(...page.faults.map(({ code, at }) => `the journal: ${code} at ${at}`));
    if (page.next === undefined) return faults;
    after = page.next;
  }
}

/** Notices of one person, page by page. */
async function all<Entry>(applicant: Client, from = ''): Promise<readonly Entry[]> {
  const page = await applicant.get<{ notices: readonly Entry[]; next?: string }>(
    `/notices?limit=100${from && `&from=${from}`}`,
  );
  return [...page.notices, ...(page.next ? await all<Entry>(applicant, page.next) : [])];
}

const twice = (all: readonly string[]): readonly string[] => [
  ...new Set(all.filter((each, place) => all.indexOf(each) !== place)),
];

async function inTurn<Each, Result>(
  all: readonly Each[],
  ask: (each: Each) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const each of all) results.push(await ask(each));
  return results;
}
