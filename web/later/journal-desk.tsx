import { call, goTo, Loaded, useAnswer, useState, useText, type PageProps } from '../kit.ts';
import { Pages } from '../parts/pages.tsx';
import { JournalCheck } from '../parts/staff/journal-check.tsx';
import { journalAt, JournalLines } from '../parts/staff/journal-lines.tsx';
import { periodOf } from '../parts/days.ts';
import { Desk } from '../parts/staff/desk.tsx';
import { journalTexts } from '../texts/journal.ts';

const keys = ['account', 'request', 'place'] as const;
type Key = (typeof keys)[number];

/** The journal by person, request, place and time. What is looked for stands in the address. */
export default function JournalDesk({ query }: PageProps) {
  const t = useText();
  const key = keys.find((each) => query.has(each));
  const [since, until] = ['since', 'until'].map((name) => query.get(name) ?? '');
  const asked = {
    ...(key && { [key]: query.get(key)! }),
    ...periodOf(since, until),
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
              return entries.length === 0 ? (
                <p class="nothing">{t(journalTexts.none)}</p>
              ) : (
                <JournalLines entries={entries} />
              );
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
        goTo(journalAt({ ...(key && { [key]: value.trim() }), ...days }));
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
