import { useState } from 'preact/hooks';
import { Drafts } from '../parts/drafts.tsx';
import { VerifyForm } from '../parts/verify-form.tsx';
import { groupOf, groups, home } from '../texts/home.ts';
import { plainly } from '../texts/plainly.ts';
import { regions, type Region } from '../../lib/domain/regulation/words.ts';
import { searchFor } from '../../lib/domain/regulation/search.ts';
import { type Answer, Loaded, Page, remembered, useAnswer, useSession, useText } from '../kit.ts';
import { channelNames } from '../texts/words.ts';

type Service = Answer<'GET /services'>['services'][number];

const region = remembered('region');
const isRegion = (value: string | undefined): value is Region => value !== undefined && Object.hasOwn(regions, value);

export default function Home() {
  const t = useText();
  const session = useSession();
  const [words, setWords] = useState('');
  const [where, setWhere] = useState(region.get() ?? '');
  const services = useAnswer('GET /services', { query: { limit: 100 } });
  return (
    <Page
      title={t(home.title)}
      aside={
        <>
          {session?.role === 'applicant' && <Drafts />}
          <section class="card">
            <h2>{t(home.verify)}</h2>
            <VerifyForm />
          </section>
        </>
      }
    >
      <form role="search" onSubmit={(event) => event.preventDefault()}>
        <div class="field">
          <label for="words">{t(home.find)}</label>
          <p class="hint" id="words-hint">
            {t(home.example)}
          </p>
          <input
            id="words"
            type="search"
            autocomplete="off"
            aria-describedby="words-hint"
            value={words}
            onInput={({ currentTarget }) => setWords(currentTarget.value)}
          />
        </div>
        <div class="field">
          <label for="region">{t(home.region)}</label>
          <select
            id="region"
            value={where}
            onChange={({ currentTarget }) => {
              region.set(currentTarget.value);
              setWhere(currentTarget.value);
            }}
          >
            <option value="">{t(home.everywhere)}</option>
            {Object.entries(regions).map(([code, name]) => (
              <option key={code} value={code}>
                {name[t.language]}
              </option>
            ))}
          </select>
        </div>
      </form>
      <Loaded from={services}>
        {({ services: all }) => <Services found={find(all, words, where)} isNarrowed={words !== ''} />}
      </Loaded>
    </Page>
  );
}

/** By the titles, by what one gets in plain words and by the region, in whichever language the words are. */
function find(all: readonly Service[], words: string, where: string): Service[] {
  const isFound = searchFor(words);
  return all.filter((service) => {
    const said = plainly[service.service as keyof typeof plainly] ?? { kk: '', ru: '' };
    const place = isRegion(service.region) ? regions[service.region] : { kk: '', ru: '' };
    const texts = [service.title.kk, service.title.ru, said.kk, said.ru, place.kk, place.ru];
    return (where === '' || service.region === where) && isFound(...texts);
  });
}

function Services({ found, isNarrowed }: { readonly found: readonly Service[]; readonly isNarrowed: boolean }) {
  const t = useText();
  const byGroup = Map.groupBy(found, ({ service }) => groupOf[service] ?? 'other');
  return (
    <>
      {Object.entries(groups).map(([group, name]) => {
        const services = byGroup.get(group as keyof typeof groups);
        return (
          services && (
            <section key={group}>
              <h2>{t(name)}</h2>
              <ul class="rows">
                {services.map((service) => (
                  <Line key={service.id} service={service} />
                ))}
              </ul>
            </section>
          )
        );
      })}
      <p role="status" class={isNarrowed || found.length === 0 ? undefined : 'small'}>
        {found.length === 0 ? t(home.nothing) : t(home.found, { n: found.length })}
      </p>
    </>
  );
}

function Line({ service }: { readonly service: Service }) {
  const t = useText();
  const said = plainly[service.service as keyof typeof plainly];
  const channels = service.channels.map((channel) => t(channelNames[channel])).join(', ');
  return (
    <li>
      <h3>
        <a href={`/app/services/${service.id}`}>{t(service.title)}</a>
      </h3>
      {said && <p>{t(said)}</p>}
      <p class="meta">
        <span>{t(home.places, { channels })}</span>
        {isRegion(service.region) && <span>{t(regions[service.region])}</span>}
      </p>
    </li>
  );
}
