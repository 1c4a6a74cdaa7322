import { useState } from 'preact/hooks';
import { Drafts } from '../parts/drafts.tsx';
import { VerifyForm } from '../parts/verify-form.tsx';
import { groupOf, groups, home } from '../texts/home.ts';
import { plainly } from '../texts/plainly.ts';
import { searchFor } from '../../lib/domain/regulation/search.ts';
import { type Answer, Icon, Loaded, Page, remembered, useAnswer, useSession, useText } from '../kit.ts';
import { writeTerms } from '../parts/terms.ts';
import { channelNames } from '../texts/words.ts';

type Service = Answer<'GET /services'>['services'][number];

const region = remembered('region');

export default function Home() {
  const t = useText();
  const session = useSession();
  const [words, setWords] = useState('');
  const [where, setWhere] = useState(region.get() ?? '');
  const services = useAnswer('GET /services', { query: { limit: 100 } });
  const served = new Map(services.value?.services.map((each) => [each.region, each.regionName]));
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
            {[...served].map(([code, name]) => (
              <option key={code} value={code}>
                {t(name)}
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

/** Searches titles, plain descriptions and regions, in either language. */
function find(all: readonly Service[], words: string, where: string): Service[] {
  const isFound = searchFor(words);
  return all.filter((service) => {
    const said = plainly[service.service as keyof typeof plainly] ?? { kk: '', ru: '' };
    const place = service.regionName;
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
                {[...Map.groupBy(services, (each) => each.service)].map(([name, alike]) => (
                  <Line key={name} alike={alike} />
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

/** The same service in several regions is one line: its text appears once, and people choose the region. */
function Line({ alike }: { readonly alike: readonly Service[] }) {
  const t = useText();
  const [{ id, service, title, channels, terms }] = alike as [Service, ...Service[]];
  const said = plainly[service as keyof typeof plainly];
  const where = channels.map((channel) => t(channelNames[channel])).join(', ');
  const addresses = alike.map((each) => ({ href: `/app/services/${each.id}`, place: each.regionName }));
  return (
    <li>
      <h3>{alike.length === 1 ? <a href={`/app/services/${id}`}>{t(title)}</a> : t(title)}</h3>
      {said && <p>{t(said)}</p>}
      <p class="meta">
        {alike.length === 1 ? (
          <>
            <span>
              <Icon name="clock" /> {t(home.upTo, { term: writeTerms(terms, t) })}
            </span>
            <span>{t(home.places, { channels: where })}</span>
            <span>{t(addresses[0]!.place)}</span>
          </>
        ) : (
          addresses.map(({ href, place }) => (
            <a key={href} href={href} aria-label={`${t(title)}: ${t(place)}`}>
              {t(place)}
            </a>
          ))
        )}
      </p>
    </li>
  );
}
