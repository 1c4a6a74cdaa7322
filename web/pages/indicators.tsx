import { useState } from 'preact/hooks';
import { actions, call, Loaded, Page, useAnswer, useText, type Answer, type PageProps } from '../kit.ts';
import { Pages } from '../parts/pages.tsx';
import { indicatorTexts } from '../texts/indicators.ts';

type Line = Answer<'GET /indicators'>['indicators'][number];

/** «Качество» and «доступность» by service, office and period. */
export default function Indicators({ query }: PageProps) {
  const t = useText();
  const services = useAnswer('GET /services', { query: { limit: 100, all: 'true' } });
  const [service, setService] = useState(query.get('service') ?? '');
  const [since, setSince] = useState('');
  const [until, setUntil] = useState('');
  const asked = { limit: 50, ...(service && { service }), ...(since && { since }), ...(until && { until }) };
  const found = useAnswer('GET /indicators', { query: asked });
  // Regions have services of one title.
  const nameOf = (id: string) => {
    const named = services.value?.services.find((each) => each.id === id);
    return named ? `${t(named.title)} (${t(named.regionName)})` : '…';
  };
  const months = [
    ['since', since, setSince],
    ['until', until, setUntil],
  ] as const;
  return (
    <Page title={t(indicatorTexts.title)}>
      <p>{t(indicatorTexts.intro)}</p>
      <form role="search" onSubmit={(event) => event.preventDefault()}>
        <div class="field">
          <label for="service">{t(indicatorTexts.service)}</label>
          <select id="service" value={service} onChange={({ currentTarget }) => setService(currentTarget.value)}>
            <option value="">{t(actions.all)}</option>
            {services.value?.services.map(({ id }) => (
              <option key={id} value={id}>
                {nameOf(id)}
              </option>
            ))}
          </select>
        </div>
        {months.map(([name, value, set]) => (
          <div key={name} class="field">
            <label for={name}>{t(indicatorTexts[name])}</label>
            <input
              id={name}
              type="month"
              value={value || (found.value?.[name] ?? '')}
              onChange={({ currentTarget }) => set(currentTarget.value)}
            />
          </div>
        ))}
      </form>
      <Loaded from={found}>
        {(first) => (
          <Pages
            key={JSON.stringify(asked)}
            first={first}
            load={(from) => call('GET /indicators', { query: { ...asked, from } })}
          >
            {(pages) => <Lines lines={pages.flatMap(({ indicators }) => indicators)} nameOf={nameOf} />}
          </Pages>
        )}
      </Loaded>
    </Page>
  );
}

interface LinesProps {
  readonly lines: readonly Line[];
  readonly nameOf: (service: string) => string;
}

/** A table for each service; offices of which too few people spoke stand below it in a word. */
function Lines({ lines, nameOf }: LinesProps) {
  const t = useText();
  if (lines.length === 0) return <p role="status">{t(indicatorTexts.none)}</p>;
  return [...Map.groupBy(lines, ({ service }) => service)].map(([service, offices]) => {
    const silent = offices.filter(({ figures }) => !figures);
    return (
      <section key={service}>
        <h2>{nameOf(service)}</h2>
        {silent.length < offices.length && <Figures name={nameOf(service)} offices={offices} />}
        {silent.length > 0 && (
          <details>
            <summary>{t(indicatorTexts.few, { n: silent.length })}</summary>
            <ul lang="ru">
              {silent.map(({ office, officeName }) => (
                <li key={office}>{officeName}</li>
              ))}
            </ul>
          </details>
        )}
      </section>
    );
  });
}

function Figures({ name, offices }: { readonly name: string; readonly offices: readonly Line[] }) {
  const t = useText();
  const percent = (share: number) => `${share.toLocaleString('ru')} %`;
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={name}>
      <table cellPadding="8" style={{ textAlign: 'left', minWidth: '100%' }}>
        <caption class="unseen">{name}</caption>
        <thead>
          <tr>
            {(['office', 'months', 'people', 'quality', 'accessibility'] as const).map((column) => (
              <th key={column} scope="col">
                {t(indicatorTexts[column])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {offices.map(
            ({ office, officeName, figures }) =>
              figures && (
                <tr key={office} style={{ verticalAlign: 'top' }}>
                  <th scope="row" lang="ru" style={{ fontWeight: 'normal' }}>
                    {officeName}
                  </th>
                  <td>
                    <span class="nowrap">{figures.since}</span> — <span class="nowrap">{figures.until}</span>
                  </td>
                  <td>{figures.people}</td>
                  <td>{percent(figures.quality)}</td>
                  <td>{percent(figures.accessibility)}</td>
                </tr>
              ),
          )}
        </tbody>
      </table>
    </div>
  );
}
