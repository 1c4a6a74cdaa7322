import { goTo, useState, useText } from '../kit.ts';
import { unusualWords } from '../../lib/domain/journal/unusual-words.ts';
import { addressOf } from '../parts/staff/address-of.ts';
import { actsTexts } from '../texts/acts.ts';
import { journalTexts } from '../texts/journal.ts';

export interface ActsFiltersProps {
  /** Of the page. */
  readonly query: URLSearchParams;
}

const names = ['kind', 'since', 'until'] as const;
type Values = Readonly<Record<(typeof names)[number], string>>;

/** Acts of one kind, and of a time. What is looked for stands in the address. */
export default function ActsFilters({ query }: ActsFiltersProps) {
  const t = useText();
  const [values, setValues] = useState<Values>({
    kind: query.get('kind') ?? '',
    since: query.get('since') ?? '',
    until: query.get('until') ?? '',
  });
  const type = (name: keyof Values) => (event: { readonly currentTarget: HTMLInputElement | HTMLSelectElement }) =>
    setValues({ ...values, [name]: event.currentTarget.value });
  const show = () => {
    const chosen = names.filter((name) => values[name]).map((name) => [name, values[name]] as const);
    goTo(addressOf('/app/acts', new URLSearchParams(chosen.map(([name, value]) => [name, value]))));
  };
  return (
    <form
      class="filters"
      role="search"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        show();
      }}
    >
      <div class="field">
        <label for="kind">{t(actsTexts.kind)}</label>
        <select id="kind" value={values.kind} onChange={type('kind')}>
          <option value="">{t(actsTexts.anyKind)}</option>
          {Object.entries(unusualWords).map(([kind, words]) => (
            <option key={kind} value={kind}>
              {t(words)}
            </option>
          ))}
        </select>
      </div>
      {(['since', 'until'] as const).map((name) => (
        <div class="field" key={name}>
          <label for={name}>{t(journalTexts[name === 'since' ? 'day' : 'until'])}</label>
          <input id={name} type="date" value={values[name]} onInput={type(name)} />
        </div>
      ))}
      <button type="submit" class="button">
        {t(journalTexts.find)}
      </button>
      {names.some((name) => query.has(name)) && (
        <a class="button second" href="/app/acts">
          {t(actsTexts.clear)}
        </a>
      )}
    </form>
  );
}
