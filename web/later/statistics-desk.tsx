import {
  call,
  isProblem,
  Loaded,
  ProblemNotice,
  rename,
  useAnswer,
  useSession,
  useState,
  useText,
  useWhen,
  type Answer,
  type PageProps,
  type Problem,
} from '../kit.ts';
import { dimensionWords, figureWords, ownWords } from '../../lib/domain/statistics/statistics-words.ts';
import { addressOf } from '../parts/staff/address-of.ts';
import { known } from '../parts/staff/asked.ts';
import { Desk } from '../parts/staff/desk.tsx';
import { Select } from '../parts/staff/filters.tsx';
import { Pages } from '../parts/pages.tsx';
import { listTexts } from '../texts/list.ts';
import { lineTexts } from '../texts/queue.ts';
import { statisticsTexts as texts } from '../texts/statistics.ts';
import { channelNames } from '../texts/words.ts';

const PATH = '/app/statistics';
type Found = Answer<'GET /statistics'>;
type Row = Found['rows'][number];
const counts = ['received', 'issued', 'refused', 'left', 'withdrawn', 'turnedAway', 'takenBack', 'overdue'] as const;

/** Counts and working times by month, service, channel, and for the auditor by office. What is chosen stands in the address. */
export default function StatisticsDesk({ query: first }: PageProps) {
  const t = useText();
  const [query, setQuery] = useState(first);
  const get = (name: string) => query.get(name) ?? '';
  const show = (name: string, value: string) => {
    const other = new URLSearchParams(query);
    if (value) other.set(name, value);
    else other.delete(name);
    rename(addressOf(PATH, other));
    setQuery(other);
  };
  const isAuditor = useSession()?.role === 'auditor';
  const ways = (['month', 'service', 'channel', 'office'] as const).filter((way) => way !== 'office' || isAuditor);
  const by = ways.find((way) => way === get('by')) ?? 'month';
  const channel = known.channel.find((each) => each === get('channel'));
  const service = get('service');
  const months = Object.fromEntries(
    (['since', 'until'] as const).flatMap((name) => (get(name) ? [[name, get(name)]] : [])),
  );
  const asked = { ...{ by, limit: 100, ...months }, ...(service && { service }), ...(channel && { channel }) };
  const found = useAnswer('GET /statistics', { query: asked });
  const titles = useAnswer('GET /services', { query: { limit: 100, all: 'true' } });
  const any = ['', t(lineTexts.any)] as const;
  return (
    <Desk title={t(texts.title)}>
      <div class="filters" role="search">
        {(['since', 'until'] as const).map((name) => (
          <div class="field" key={name}>
            <label for={name}>{t(texts[name])}</label>
            <input
              id={name}
              type="month"
              value={get(name) || (found.value?.[name] ?? '')}
              onChange={({ currentTarget }) => show(name, currentTarget.value)}
            />
          </div>
        ))}
        <Select
          id="service"
          label={t(listTexts.service)}
          value={service}
          options={[
            any,
            ...(titles.value?.services ?? []).map(
              ({ id, title, regionName }) => [id, `${t(title)} (${t(regionName)})`] as const,
            ),
          ]}
          choose={(value) => show('service', value)}
        />
        <Select
          id="channel"
          label={t(lineTexts.channel)}
          value={channel ?? ''}
          options={[any, ...known.channel.map((each) => [each, t(channelNames[each])] as const)]}
          choose={(value) => show('channel', value)}
        />
        <Select
          id="by"
          label={t(texts.by)}
          value={by}
          options={ways.map((way) => [way, t(dimensionWords[way])] as const)}
          choose={(value) => show('by', value)}
        />
      </div>
      <Loaded from={found}>
        {(page) => (
          <Pages
            key={query.toString()}
            first={page}
            load={(from) => call('GET /statistics', { query: { ...asked, from } })}
          >
            {(pages) => <Figures found={page} rows={pages.flatMap(({ rows }) => rows)} by={by} />}
          </Pages>
        )}
      </Loaded>
      <Download asked={asked} />
    </Desk>
  );
}

interface FiguresProps {
  readonly found: Found;
  readonly rows: readonly Row[];
  readonly by: keyof typeof dimensionWords;
}

/** The table, with a bar beside what was received: the numbers say the same. */
function Figures({ found: { countedAt, total }, rows, by }: FiguresProps) {
  const t = useText();
  const when = useWhen();
  const most = Math.max(1, ...rows.map(({ received }) => received));
  const hasIndicators = rows.some(({ indicators }) => indicators);
  const name = (row: Row) => {
    if (by === 'service') return row.serviceTitle ? t(row.serviceTitle) : '';
    if (by === 'channel') return row.channel ? t(channelNames[row.channel]) : '';
    return (by === 'office' ? row.officeName : row.month) ?? '';
  };
  return (
    <>
      <p class="small">{countedAt ? t(texts.counted, { when: when(countedAt) }) : t(texts.notCounted)}</p>
      {rows.length === 0 && (
        <p class="nothing" role="status">
          {t(texts.none)}
        </p>
      )}
      {rows.length > 0 && (
        <div class="scroll" tabIndex={0} role="region" aria-label={t(texts.title)}>
          <table cellPadding="6" style={{ minWidth: '100%', textAlign: 'left' }}>
            <caption class="unseen">{t(texts.title)}</caption>
            <thead>
              <tr>
                <th scope="col">{t(dimensionWords[by])}</th>
                {counts.map((each) => (
                  <th key={each} scope="col">
                    {t(figureWords[each])}
                  </th>
                ))}
                <th scope="col">{t(texts.median)}</th>
                <th scope="col">{t(texts.longest)}</th>
                {hasIndicators && <th scope="col">{t(texts.quality)}</th>}
                {hasIndicators && <th scope="col">{t(texts.accessibility)}</th>}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Numbers
                  key={name(row)}
                  name={name(row)}
                  row={row}
                  share={row.received / most}
                  indicators={hasIndicators}
                />
              ))}
              {rows.length > 1 && <Numbers name={t(texts.all)} row={total} indicators={hasIndicators} />}
            </tbody>
          </table>
        </div>
      )}
      {total.grounds.length > 0 && <Grounds grounds={total.grounds} />}
      <p class="small">{t(texts.explained)}</p>
    </>
  );
}

interface NumbersProps {
  readonly name: string;
  readonly row: Omit<Row, 'month' | 'office' | 'service' | 'channel'>;
  /** Of the longest bar; without it no bar is drawn. */
  readonly share?: number;
  readonly indicators: boolean;
}

function Numbers({ name, row, share, indicators }: NumbersProps) {
  const percent = (value: number | undefined) => (value === undefined ? '—' : `${value.toLocaleString('ru')} %`);
  return (
    <tr>
      <th scope="row">{name}</th>
      {counts.map((each) => (
        <td key={each}>
          {row[each]}
          {each === 'received' && share !== undefined && (
            <div aria-hidden="true" style={{ width: '6rem' }}>
              <div style={{ width: `${share * 100}%`, borderTop: '0.4rem solid' }} />
            </div>
          )}
        </td>
      ))}
      <td>{hours(row.medianMinutes)}</td>
      <td>{hours(row.longestMinutes)}</td>
      {indicators && <td>{percent(row.indicators?.quality)}</td>}
      {indicators && <td>{percent(row.indicators?.accessibility)}</td>}
    </tr>
  );
}

/** Working hours to a tenth. */
const hours = (minutes: number | undefined) =>
  minutes === undefined ? '—' : (Math.round(minutes / 6) / 10).toLocaleString('ru');

function Grounds({ grounds }: { readonly grounds: Found['total']['grounds'] }) {
  const t = useText();
  return (
    <>
      <h2>{t(texts.grounds)}</h2>
      <ul>
        {grounds.map(({ ground, refused }) => (
          <li key={ground}>
            {ground === undefined ? t(ownWords) : <span lang="ru">{ground}</span>}: {refused}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The same rows as a file. */
function Download({ asked }: { readonly asked: Readonly<Record<string, string | number>> }) {
  const t = useText();
  const [problem, setProblem] = useState<Problem>();
  const save = async () => {
    const found: unknown = await call('GET /statistics', { query: { ...asked, format: 'csv' } });
    setProblem(isProblem(found) ? found : undefined);
    if (typeof found !== 'string') return;
    // Reading the answer has removed its mark of UTF-8, which Excel needs.
    const url = URL.createObjectURL(new Blob(['\uFEFF', found], { type: 'text/csv' }));
    const link = Object.assign(document.createElement('a'), { href: url, download: 'statistics.csv' });
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <div class="buttons">
      <button type="button" class="button second" onClick={() => void save()}>
        {t(texts.download)}
      </button>
      {problem && <ProblemNotice problem={problem} />}
    </div>
  );
}
