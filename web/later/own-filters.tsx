import { goTo, useState, useText } from '../kit.ts';
import type { Services } from '../parts/services.ts';
import { ownTexts } from '../texts/requests.ts';

export interface OwnFiltersProps {
  /** Of the page. */
  readonly query: URLSearchParams;
  /** Those that one may choose. */
  readonly services: Services;
}

const names = ['number', 'service', 'since', 'until'] as const;
type Values = Readonly<Record<(typeof names)[number], string>>;

/** Finds one of the own requests by its number, or those of a service and a time. */
export default function OwnFilters({ query, services }: OwnFiltersProps) {
  const t = useText();
  const [values, setValues] = useState(
    Object.fromEntries(names.map((name) => [name, query.get(name) ?? ''])) as unknown as Values,
  );
  const type = (name: keyof Values) => (event: { readonly currentTarget: HTMLInputElement | HTMLSelectElement }) =>
    setValues({ ...values, [name]: event.currentTarget.value });
  const show = () => {
    const other = new URLSearchParams(query);
    for (const name of names) {
      other.delete(name);
      if (values[name].trim()) other.set(name, values[name].trim());
    }
    goTo(`/app/requests?${other.toString()}`);
  };
  return (
    <form
      role="search"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        show();
      }}
    >
      <div class="field">
        <label for="number">{t(ownTexts.number)}</label>
        <input id="number" autocomplete="off" size={26} value={values.number} onInput={type('number')} />
      </div>
      <div class="field">
        <label for="service">{t(ownTexts.service)}</label>
        <select id="service" value={values.service} onChange={type('service')}>
          <option value="">{t(ownTexts.anyService)}</option>
          {services.map(({ id, title, regionName }) => (
            <option key={id} value={id}>{`${t(title)} (${t(regionName)})`}</option>
          ))}
        </select>
      </div>
      {(['since', 'until'] as const).map((name) => (
        <div class="field" key={name}>
          <label for={name}>{t(ownTexts[name])}</label>
          <input id={name} type="date" value={values[name]} onInput={type(name)} />
        </div>
      ))}
      <p class="buttons">
        <button type="submit" class="button">
          {t(ownTexts.show)}
        </button>
        {names.some((name) => query.has(name)) && (
          <a class="button second" href="/app/requests">
            {t(ownTexts.clear)}
          </a>
        )}
      </p>
    </form>
  );
}
