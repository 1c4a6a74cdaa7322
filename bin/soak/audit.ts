import { createHash } from 'node:crypto';
import { call, download, type Client } from '../../lib/local/http/client.ts';

interface Seen {
  readonly id: string;
  readonly state: string;
  readonly number?: string;
  readonly history: readonly { readonly code: string; readonly row?: string }[];
}

const ends = ['issued', 'refused', 'turned-away'];
/** How a person learns what came of their request. */
const results = ['certificate-issued', 'result-ready', 'refused', 'turned-away'];

export interface Auditors {
  readonly auditor: Client;
  /** In whose name all requests are, signed in after the last was filed. */
  readonly applicant: Client;
  readonly administrator: Client;
}

/** What was done in a run. */
export interface Done {
  /** Ids of the requests whose stories were played. */
  readonly told: readonly string[];
  /** How many employees `people.json` names. */
  readonly employed: number;
}

/** @returns a sentence for each thing, seen from outside, that was lost, done twice or left half-done */
export async function audit(url: string, by: Auditors, { told, employed }: Done): Promise<readonly string[]> {
  const { auditor, applicant, administrator } = by;
  const seen = await inTurn(told, (id) => auditor.get<Seen>(`/requests/${id}`));
  const numbers = seen.flatMap(({ number }) => number ?? []);
  const issued = seen.filter(({ state }) => state === 'issued');
  const documents = await inTurn(issued, ({ id }) => applicant.get<Output>(`/requests/${id}/output`));
  const registered = await inTurn(documents, ({ number }) =>
    call<{ status: string }>(url, 'GET', `/documents/${number}`),
  );
  const mine = await all<{ id: string }>(applicant, 'requests');
  const staff = await all<{ offered?: object }>(administrator, 'staff');
  return [
    ...seen.filter(({ state }) => !ends.includes(state)).map(({ id, state }) => `${id} is ${state}`),
    ...twice(told).map((id) => `${id} was told twice`),
    ...without(mine, told).map((id) => `${id} was begun and forgotten`),
    ...seen.flatMap(({ id, history }) => twice(rowsOf(history)).map((row) => `${id}: ${row} was done twice`)),
    ...seen.flatMap(({ id, history }) => faultsOfOffers(history).map((fault) => `${id}: ${fault}`)),
    ...twice(numbers).map((number) => `the number ${number} was given twice`),
    ...twice(documents.map(({ number }) => number)).map((number) => `the document ${number} was issued twice`),
    ...registered.flatMap(({ status }, place) =>
      status === 'genuine' ? [] : [`the document ${documents[place]?.number} is ${status} in the register`],
    ),
    ...(await inTurn(documents, faultOfContent)).flat(),
    ...(await inTurn(told, (id) => faultsOfNotices(applicant, id))).flat(),
    ...staff.filter(({ offered }) => offered).map(() => 'an employee was left with a post that was only offered'),
    ...(staff.length === employed ? [] : [`${employed} employees have ${staff.length} accounts`]),
    ...(await checkJournal(auditor)),
  ];
}

interface Output {
  readonly number: string;
  readonly sha256: string;
  readonly document: { readonly url: string };
}

async function faultOfContent({ number, sha256, document }: Output): Promise<readonly string[]> {
  const is = createHash('sha256').update(await download(document.url));
  return is.digest('hex') === sha256 ? [] : [`the document ${number} is not the one that was issued`];
}

/** Every place that was accepted was offered once, and a request takes one. */
function faultsOfOffers(history: Seen['history']): readonly string[] {
  const count = (wanted: string) => history.filter(({ code }) => code === wanted).length;
  const [offered, lapsed, accepted] = ['place-offered', 'offer-lapsed', 'offer-accepted'].map(count);
  return [
    ...(accepted! > 1 ? ['two places were accepted'] : []),
    ...(offered === lapsed! + accepted! ? [] : [`of ${offered} offers ${accepted} were accepted, ${lapsed} lapsed`]),
  ];
}

async function faultsOfNotices(applicant: Client, id: string): Promise<readonly string[]> {
  const notices = await all<Notice>(applicant, 'notices', `request=${id}&`);
  return [
    ...twice(notices.map((notice) => notice.id)).map((notice) => `the notice ${notice} is there twice`),
    ...(notices.some(({ code }) => results.includes(code)) ? [] : [`${id}: nobody was told of the result`]),
  ];
}

export interface Notice {
  readonly id: string;
  readonly code: string;
  readonly email: string;
}

/** Each row of a run, with what it did: performed once. A row that asks again and again says so in its code; a place that was accepted begins another run. */
function rowsOf(history: Seen['history']): readonly string[] {
  let run = 0;
  return history.flatMap(({ row, code }) => {
    if (code === 'offer-accepted') run += 1;
    if (row === undefined || /silent|reminded|escalated|claimed|released|returned/.test(code)) return [];
    return [`${row} ${code} of run ${run}`];
  });
}

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

/** Every entry of a list, page by page. */
export async function all<Entry>(
  client: Client,
  list: 'requests' | 'notices' | 'staff',
  query = '',
): Promise<readonly Entry[]> {
  const found: Entry[] = [];
  for (let from = ''; ;) {
    const page = await client.get<Record<string, readonly Entry[]> & { next?: string }>(
      `/${list}?${query}limit=100${from && `&from=${from}`}`,
    );
    found.push(...(page[list] ?? []));
    if (page.next === undefined) return found;
    from = page.next;
  }
}

const without = (mine: readonly { readonly id: string }[], told: readonly string[]) => {
  const known = new Set(told);
  return mine.flatMap(({ id }) => (known.has(id) ? [] : id));
};

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
