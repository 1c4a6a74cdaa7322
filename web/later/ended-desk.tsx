import { Loaded, rename, useAnswer, useState, useText, type PageProps } from '../kit.ts';
import { periodOf } from '../parts/days.ts';
import { addressOf } from '../parts/staff/address-of.ts';
import { PAGE } from '../parts/staff/asked.ts';
import { Desk } from '../parts/staff/desk.tsx';
import { Select } from '../parts/staff/filters.tsx';
import { OfficeLines, type OfficeLine } from '../parts/staff/office-lines.tsx';
import { Pager } from '../parts/staff/pager.tsx';
import { endedTexts } from '../texts/ended-work.ts';
import { listTexts } from '../texts/list.ts';
import { lineTexts, queueTexts } from '../texts/queue.ts';

const PATH = '/app/ended';
const outcomes = ['approved', 'refused'] as const;
const filters = ['since', 'until', 'service', 'outcome', 'late'] as const;
type Filter = (typeof filters)[number];

/** What the office has finished, the latest first. What is filtered stands in the address. */
export default function EndedDesk({ query: first }: PageProps) {
  const t = useText();
  const [query, setQuery] = useState(first);
  const get = (name: string) => query.get(name) ?? undefined;
  const outcome = outcomes.find((each) => each === get('outcome'));
  const found = useAnswer('GET /ended-work', {
    query: {
      limit: PAGE,
      ...periodOf(get('since'), get('until')),
      ...{ service: get('service'), outcome, from: get('from') },
      ...(get('late') && { late: 'true' as const }),
    },
  });
  const show = (choices: Partial<Record<Filter, string>>) => {
    const other = new URLSearchParams(query);
    other.delete('from');
    for (const [name, value] of Object.entries(choices))
      if (value) other.set(name, value);
      else other.delete(name);
    rename(addressOf(PATH, other));
    setQuery(other);
  };
  const isNarrowed = filters.some((name) => query.has(name));
  return (
    <Desk title={t(endedTexts.title)} crumbs={[{ href: '/app/work', text: t(queueTexts.queue) }]}>
      <Filters query={query} show={show} isNarrowed={isNarrowed} />
      <Loaded from={found}>
        {({ requests, next }) => (
          <>
            <p class={requests.length > 0 ? 'unseen' : 'nothing'} role="status">
              {requests.length > 0
                ? t(endedTexts.shown, { n: requests.length })
                : t(isNarrowed || query.has('from') ? endedTexts.noneHere : endedTexts.none)}
            </p>
            {requests.length > 0 && (
              <OfficeLines
                caption={t(endedTexts.title)}
                lines={requests}
                last={{ head: t(endedTexts.outcome), of: (line) => <Outcome line={line} /> }}
              />
            )}
            <Pager path={PATH} query={query} next={next} />
          </>
        )}
      </Loaded>
    </Desk>
  );
}

/** What was decided, by which document; what ended otherwise says its state alone. */
function Outcome({ line: { result } }: { readonly line: OfficeLine }) {
  const t = useText();
  if (!result) return <>—</>;
  return (
    <>
      {t(endedTexts[result.outcome])}
      {result.ground && <div class="small">{result.ground}</div>}
      {result.number && <div class="small">{result.number}</div>}
    </>
  );
}

interface FiltersProps {
  readonly query: URLSearchParams;
  readonly show: (choices: Partial<Record<Filter, string>>) => void;
  readonly isNarrowed: boolean;
}

function Filters({ query, show, isNarrowed }: FiltersProps) {
  const t = useText();
  const { value: account } = useAnswer('GET /account');
  const value = (name: Filter) => query.get(name) ?? '';
  return (
    <div class="filters" role="search">
      {(['since', 'until'] as const).map((name) => (
        <div class="field" key={name}>
          <label for={name}>{t(endedTexts[name])}</label>
          <input
            id={name}
            type="date"
            value={value(name)}
            onChange={({ currentTarget }) => show({ [name]: currentTarget.value })}
          />
        </div>
      ))}
      {account?.office !== undefined && (
        <ServiceOf office={account.office} value={value('service')} choose={(service) => show({ service })} />
      )}
      <Select
        id="outcome"
        label={t(endedTexts.outcome)}
        value={value('outcome')}
        options={[['', t(lineTexts.any)], ...outcomes.map((each) => [each, t(endedTexts[each])] as const)]}
        choose={(outcome) => show({ outcome })}
      />
      <Select
        id="late"
        label={t(endedTexts.term)}
        value={value('late')}
        options={[
          ['', t(lineTexts.any)],
          ['true', t(endedTexts.onlyLate)],
        ]}
        choose={(late) => show({ late })}
      />
      {isNarrowed && (
        <button
          type="button"
          class="button second"
          onClick={() => show(Object.fromEntries(filters.map((name) => [name, ''])))}
        >
          {t(lineTexts.clear)}
        </button>
      )}
    </div>
  );
}

interface ServiceOfProps {
  readonly office: string;
  readonly value: string;
  readonly choose: (service: string) => void;
}

/** One of the services of an office. */
function ServiceOf({ office, value, choose }: ServiceOfProps) {
  const t = useText();
  const { value: found } = useAnswer('GET /services', { query: { limit: 100, all: 'true', office } });
  const services = (found?.services ?? []).map(({ id, title }) => [id, t(title)] as const);
  return (
    <Select
      id="service"
      label={t(listTexts.service)}
      value={value}
      options={[['', t(lineTexts.any)], ...services]}
      choose={choose}
    />
  );
}
