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
            {services.value?.services.map(({ id, title }) => (
              <option key={id} value={id}>
                {t(title)}
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
            {(pages) => <Lines lines={pages.flatMap(({ indicators }) => indicators)} />}
          </Pages>
        )}
      </Loaded>
    </Page>
  );
}

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  const t = useText();
  const percent = (share: number) => `${share.toLocaleString('ru')} %`;
  if (lines.length === 0) return <p role="status">{t(indicatorTexts.none)}</p>;
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={t(indicatorTexts.title)}>
      <table cellPadding="8">
        <caption class="unseen">{t(indicatorTexts.title)}</caption>
        <thead>
          <tr>
            {(['service', 'office', 'months', 'people', 'quality', 'accessibility'] as const).map((name) => (
              <th key={name} scope="col">
                {t(indicatorTexts[name])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ service, title, office, officeName, figures }) => (
            <tr key={`${service} ${office}`}>
              <th scope="row">{t(title)}</th>
              <td lang="ru">{officeName}</td>
              {figures ? (
                <>
                  <td class="nowrap">
                    {figures.since} — {figures.until}
                  </td>
                  <td>{figures.people}</td>
                  <td class="nowrap">{percent(figures.quality)}</td>
                  <td class="nowrap">{percent(figures.accessibility)}</td>
                </>
              ) : (
                <td colSpan={4}>{t(indicatorTexts.few)}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
