import { useEffect, useState } from 'preact/hooks';
import type { Region } from '../../lib/domain/regulation/regions.ts';
import { actions, call, isProblem, Loaded, Page, useAnswer, useText, type Answer, type PageProps } from '../kit.ts';
import { useServices } from '../parts/services.ts';
import { officeTexts, placeKinds } from '../texts/offices.ts';

type Place = Answer<'GET /offices'>['offices'][number];
type Kind = Place['kind'];

export default function Offices({ query }: PageProps) {
  const t = useText();
  const { titleOf } = useServices();
  const service = query.get('service') ?? undefined;
  const [typed, setTyped] = useState('');
  const words = useSettled(typed);
  const [region, setRegion] = useState('');
  const [kind, setKind] = useState('');
  const found = useAnswer('GET /offices', {
    query: {
      limit: 50,
      ...(words && { words }),
      ...(region && { region: region as Region }),
      ...(kind && { kind: kind as Kind }),
      ...(service && { service }),
    },
  });
  const served = (found.value?.regions ?? []).map(({ code, ...name }) => [code, name] as const);
  const choices = [
    ['region', officeTexts.region, region, setRegion, served],
    ['kind', officeTexts.kind, kind, setKind, Object.entries(placeKinds)],
  ] as const;
  return (
    <Page title={t(officeTexts.title)}>
      <p>{t(officeTexts.intro)}</p>
      {service && (
        <p>
          {t(officeTexts.ofService, { service: titleOf(service) })}{' '}
          <a href="/app/offices">{t(officeTexts.allServices)}</a>
        </p>
      )}
      <form role="search" onSubmit={(event) => event.preventDefault()}>
        <div class="field">
          <label for="words">{t(officeTexts.find)}</label>
          <input
            id="words"
            type="search"
            maxLength={100}
            autocomplete="off"
            value={typed}
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          />
        </div>
        {choices.map(([id, label, value, set, options]) => (
          <div key={id} class="field">
            <label for={id}>{t(label)}</label>
            <select id={id} value={value} onChange={({ currentTarget }) => set(currentTarget.value)}>
              <option value="">{t(actions.all)}</option>
              {options.map(([code, name]) => (
                <option key={code} value={code}>
                  {name[t.language]}
                </option>
              ))}
            </select>
          </div>
        ))}
      </form>
      <Loaded from={found}>
        {(page) => (
          <Places
            key={JSON.stringify([words, region, kind, service, page.offices[0]?.code])}
            first={page}
            ask={{ words, region, kind, service }}
          />
        )}
      </Loaded>
    </Page>
  );
}

/** The input, once nothing more has been typed for a moment. */
function useSettled(typed: string) {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed.trim()), 250);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
}

interface PlacesProps {
  readonly first: Answer<'GET /offices'>;
  readonly ask: {
    readonly words: string;
    readonly region: string;
    readonly kind: string;
    readonly service: string | undefined;
  };
}

function Places({ first, ask }: PlacesProps) {
  const t = useText();
  const [more, setMore] = useState<readonly Place[]>([]);
  const [next, setNext] = useState(first.next);
  const load = async () => {
    const { words, region, kind, service } = ask;
    const page = await call('GET /offices', {
      query: {
        limit: 50,
        from: next,
        ...(words && { words }),
        ...(region && { region: region as Region }),
        ...(kind && { kind: kind as Kind }),
        ...(service && { service }),
      },
    });
    if (isProblem(page)) return;
    setMore((all) => [...all, ...page.offices]);
    setNext(page.next);
  };
  const all = [...first.offices, ...more];
  return (
    <>
      <p role="status" class={all.length === 0 ? undefined : 'unseen'}>
        {all.length === 0 ? t(officeTexts.none) : all.length}
      </p>
      <ul class="rows">
        {all.map((place) => (
          <li key={place.code} lang="ru">
            {t.language === 'kk' && place.nameKk ? (
              <h2 class="line" lang="kk">
                {place.nameKk}
              </h2>
            ) : (
              <h2 class="line">{place.name}</h2>
            )}
            <p>{place.address ?? <span lang={t.language}>{t(officeTexts.noAddress)}</span>}</p>
            <p class="meta">
              {place.phones.map((phone) => (
                <a key={phone} href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>
                  {phone}
                </a>
              ))}
              {place.email && <a href={`mailto:${place.email}`}>{place.email}</a>}
            </p>
            <p class="small">{place.hours ?? <span lang={t.language}>{t(officeTexts.noHours)}</span>}</p>
          </li>
        ))}
      </ul>
      {next && (
        <button type="button" class="button second" onClick={() => void load()}>
          {t(actions.more)}
        </button>
      )}
    </>
  );
}
