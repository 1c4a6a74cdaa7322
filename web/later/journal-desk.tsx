import { call, goTo, Loaded, useAnswer, useState, useText, useWhen, type Answer, type PageProps } from '../kit.ts';
import { Pages } from '../parts/pages.tsx';
import { JournalCheck } from '../parts/staff/journal-check.tsx';
import { Desk } from '../parts/staff/desk.tsx';
import { journalTexts } from '../texts/journal.ts';

type Line = Answer<'GET /journal'>['entries'][number];
const keys = ['account', 'request', 'place'] as const;
type Key = (typeof keys)[number];

const addressOf = (asked: Readonly<Record<string, string>>) =>
  `/app/journal?${new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== '')).toString()}`;

/** The journal by person, request, place and time. What is looked for stands in the address. */
export default function JournalDesk({ query }: PageProps) {
  const t = useText();
  const key = keys.find((each) => query.has(each));
  const [since, until] = ['since', 'until'].map((name) => query.get(name) ?? '');
  const asked = {
    ...(key && { [key]: query.get(key)! }),
    ...(since && { since: `${since}T00:00:00.000Z` }),
    ...(until && { until: `${until}T23:59:59.999Z` }),
  };
  const found = useAnswer('GET /journal', { query: { ...asked, limit: 50 } });
  const load = (from: string) => call('GET /journal', { query: { ...asked, limit: 50, from } });
  return (
    <Desk title={t(journalTexts.title)}>
      <Filters key={query.toString()} at={key} value={key ? query.get(key)! : ''} since={since!} until={until!} />
      <Loaded from={found}>
        {(first) => (
          <Pages first={first} load={load}>
            {(pages) => {
              const entries = pages.flatMap((page) => page.entries);
              return entries.length === 0 ? <p class="nothing">{t(journalTexts.none)}</p> : <Lines entries={entries} />;
            }}
          </Pages>
        )}
      </Loaded>
      <JournalCheck />
    </Desk>
  );
}

interface FiltersProps {
  readonly at: Key | undefined;
  readonly value: string;
  readonly since: string;
  readonly until: string;
}

function Filters({ at, ...asked }: FiltersProps) {
  const t = useText();
  const [key, setKey] = useState<Key | undefined>(at);
  const [value, setValue] = useState(asked.value);
  const [days, setDays] = useState({ since: asked.since, until: asked.until });
  return (
    <form
      class="filters"
      role="search"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        goTo(addressOf({ ...(key && { [key]: value.trim() }), ...days }));
      }}
    >
      <div class="field">
        <label for="key">{t(journalTexts.key)}</label>
        <select
          id="key"
          value={key ?? ''}
          onChange={({ currentTarget }) => setKey(keys.find((each) => each === currentTarget.value))}
        >
          <option value="">{t(journalTexts.everything)}</option>
          {keys.map((each) => (
            <option key={each} value={each}>
              {t(journalTexts[each])}
            </option>
          ))}
        </select>
      </div>
      {key && (
        <div class="field">
          <label for="value">{t(journalTexts.value)}</label>
          <input
            id="value"
            size={30}
            autocomplete="off"
            value={value}
            onInput={({ currentTarget }) => setValue(currentTarget.value)}
          />
        </div>
      )}
      {(['since', 'until'] as const).map((name) => (
        <div class="field" key={name}>
          <label for={name}>{t(journalTexts[name === 'since' ? 'day' : 'until'])}</label>
          <input
            id={name}
            type="date"
            value={days[name]}
            onInput={({ currentTarget }) => setDays({ ...days, [name]: currentTarget.value })}
          />
        </div>
      ))}
      <button type="submit" class="button">
        {t(journalTexts.find)}
      </button>
    </form>
  );
}

function Lines({ entries }: { readonly entries: readonly Line[] }) {
  const t = useText();
  const when = useWhen();
  const heads = ['at', 'who', 'what', 'about'] as const;
  const cell = (name: (typeof heads)[number]) => ({ role: 'cell', 'data-label': t(journalTexts[name]) }) as const;
  return (
    <table class="queue" role="table">
      <caption class="unseen">{t(journalTexts.title)}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {heads.map((name) => (
            <th key={name} scope="col" role="columnheader">
              {t(journalTexts[name])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {entries.map((entry, index) => (
          <tr key={`${entry.at}${index}`} role="row">
            <td {...cell('at')}>
              <time dateTime={entry.at}>{when(entry.at)}</time>
            </td>
            <td {...cell('who')}>
              <Who entry={entry} />
            </td>
            <td {...cell('what')}>
              {t(entry.text)}
              {entry.outcome !== 'done' && <div class="small">{t(journalTexts.refused, { code: entry.outcome })}</div>}
              <div class="small">{entry.route}</div>
            </td>
            <td {...cell('about')}>
              {entry.request !== undefined && <a href={addressOf({ request: entry.request })}>{entry.request}</a>}
              {entry.subject !== undefined && <a href={addressOf({ account: entry.subject })}>{entry.subject}</a>}
              {entry.shown && t(journalTexts.shown, { n: entry.shown.length })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Who({ entry: { account, name, roleText, office, place } }: { readonly entry: Line }) {
  const t = useText();
  if (account === undefined) return <>{t(journalTexts.unnamed)}</>;
  return (
    <>
      <a href={addressOf({ account })}>{name ?? account}</a>
      <div class="small">
        {roleText && t(roleText)}
        {place !== undefined && (
          <>
            , <a href={addressOf({ place })}>{office}</a>
          </>
        )}
      </div>
    </>
  );
}
