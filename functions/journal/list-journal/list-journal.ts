import type { Journal, JournalKey } from '../../../lib/adapters/dynamo/journal.ts';
import { listNewest } from '../../../lib/adapters/dynamo/newest-entries.ts';
import type { RequestTable } from '../../../lib/adapters/dynamo/requests.ts';
import { encodeMoment } from '../../../lib/adapters/http/paging.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { roleWords } from '../../../lib/domain/access/role-words.ts';
import type { Account } from '../../../lib/domain/identity/account.ts';
import type { Entry } from '../../../lib/domain/journal/entry.ts';
import { lookWords } from '../../../lib/domain/journal/look-words.ts';
import { refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { placeName } from '../../../lib/domain/regulation/places.ts';
import type { contract } from './contract.ts';
import { readTypedNumber } from '../../../lib/domain/request/rows/number.ts';

interface Needs {
  readonly journal: Pick<Journal, 'list'>;
  readonly requests: Pick<RequestTable, 'findByNumber'>;
  readonly accounts: { find(account: string): Promise<Account | undefined> };
  readonly now: Date;
}

const DAY = 86_400_000;
/** Days of one look: each is a partition of its own. */
export const LONGEST_DAYS = 31;

export async function listJournal(
  { query }: Asked<typeof contract>,
  { journal, requests, accounts, now }: Needs,
): Promise<Answered | Refusal> {
  const { until = now.toISOString() } = query;
  const { since = new Date(Date.parse(until) - DAY).toISOString() } = query;
  if (Date.parse(until) - Date.parse(since) > LONGEST_DAYS * DAY)
    return refuse('journal/too-long', { facts: { days: LONGEST_DAYS } });
  const keys = (['account', 'request', 'place'] as const).filter((key) => query[key] !== undefined);
  if (keys.length > 1) return refuse('journal/one-key');
  const value = keys[0] === 'request' ? await idOf(query.request!, requests) : keys[0] && query[keys[0]];
  if (keys[0] && value === undefined) return refuse('request/unknown');
  const by = keys[0] && { key: keys[0] satisfies JournalKey, value: value! };
  const { entries, next } = await listNewest(journal, { by, from: since, until }, query);
  const names = await namesOf(entries, accounts);
  return {
    body: {
      entries: entries.map((entry) => viewEntry(entry, names)),
      ...(next && { next: encodeMoment('journal', next) }),
    },
  };
}

/** The auditor has the number that a citizen tells them, or the id that another answer gave. */
async function idOf(text: string, requests: Needs['requests']): Promise<string | undefined> {
  if (/^[0-9A-HJKMNP-TV-Z]{26}$/.test(text)) return text;
  const number = readTypedNumber(text);
  return number === undefined ? undefined : (await requests.findByNumber(number))?.id;
}

/** What the people of a page are called today; each is read once. */
async function namesOf(entries: readonly Entry[], accounts: Needs['accounts']): Promise<ReadonlyMap<string, string>> {
  const known = [...new Set(entries.flatMap(({ account }) => account ?? []))];
  const found = await Promise.all(known.map((id) => accounts.find(id)));
  return new Map(found.flatMap((account) => (account ? [[account.id, account.fullName] as const] : [])));
}

function viewEntry(entry: Entry, names: ReadonlyMap<string, string>) {
  const { account = '', role, place, kind } = entry;
  const name = names.get(account);
  return {
    ...entry,
    text: lookWords[kind],
    ...(name !== undefined && { name }),
    ...(role && { roleText: roleWords[role] }),
    ...(place !== undefined && { office: placeName(place) }),
  };
}
