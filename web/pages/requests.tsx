import {
  actions,
  call,
  lazy,
  Loaded,
  Notice,
  Page,
  useAnswer,
  useText,
  useWhen,
  type Answer,
  type PageProps,
} from '../kit.ts';
import type { OwnFiltersProps } from '../later/own-filters.tsx';
import { periodOf } from '../parts/days.ts';
import { writeOrganisation } from '../parts/organisation.ts';
import { Fold } from '../parts/fold.tsx';
import { Pages } from '../parts/pages.tsx';
import { RemoveDraft } from '../parts/remove-draft.tsx';
import { useServices } from '../parts/services.ts';
import { StateTag } from '../parts/state-tag.tsx';
import { useTimeLeft } from '../parts/time-left.ts';
import { requestTexts } from '../texts/request.ts';
import { filedAt, ownTexts } from '../texts/requests.ts';

type Line = Answer<'GET /requests'>['requests'][number];

/** What each tab shows: the states, as the API takes them. */
const lists = [
  ['', 'submitted,received,in-progress,decided,queued', ownTexts.open],
  ['drafts', 'draft', ownTexts.drafts],
  ['finished', 'issued,refused,turned-away,taken-back,withdrawn,left', ownTexts.finished],
] as const;

/** What narrows the list, by its name in the address. */
const narrow = ['number', 'service', 'since', 'until'] as const;
const OwnFilters = lazy<OwnFiltersProps>('later/own-filters');

/** The citizen's own requests, newest first: running, not yet sent, and finished. */
export default function Requests({ query }: PageProps) {
  const t = useText();
  const { services, titleOf } = useServices();
  const wanted = query.get('list') ?? '';
  const get = (name: string) => query.get(name) ?? undefined;
  const [number, service] = [get('number'), get('service')];
  const period = periodOf(get('since'), get('until'));
  // A number is sought in all tabs.
  const state = number === undefined ? (lists.find(([id]) => id === wanted) ?? lists[0])[1] : undefined;
  const asked = { ...(state !== undefined && { state }), ...{ number, service }, ...period };
  const isNarrowed = narrow.some((name) => query.has(name));
  const tabOf = (id: string) => {
    const other = new URLSearchParams(query);
    for (const name of ['number', 'list']) other.delete(name);
    if (id) other.set('list', id);
    return other.size > 0 ? `/app/requests?${other.toString()}` : '/app/requests';
  };
  const first = useAnswer('GET /requests', { query: { state, counts: 'true', number, service, ...period } });
  const { counts } = first.value ?? {};
  const countOf = (states: string) => counts && states.split(',').reduce((sum, each) => sum + (counts[each] ?? 0), 0);
  return (
    <Page title={t(requestTexts.mine)}>
      <nav class="tabs" aria-label={t(requestTexts.mine)}>
        {lists.map(([id, states, text]) => (
          <a key={id} href={tabOf(id)} aria-current={number === undefined && id === wanted ? 'page' : undefined}>
            {t(text)} {countOf(states)}
          </a>
        ))}
      </nav>
      <Fold key={query.toString()} summary={t(ownTexts.filters)} open={narrow.some((name) => query.has(name))}>
        <OwnFilters query={query} services={services} />
      </Fold>
      <Loaded from={first}>
        {(page) => (
          <Pages first={page} load={(from) => call('GET /requests', { query: { ...asked, from } })}>
            {(pages) => (
              <>
                {page.requests.length === 0 && (
                  <section class="card quiet">
                    <p>{t(isNarrowed ? ownTexts.noneFound : ownTexts.noneHere)}</p>
                    {isNarrowed ? (
                      <a href="/app/requests">{t(ownTexts.clear)}</a>
                    ) : (
                      <a href="/">{t(ownTexts.choose)}</a>
                    )}
                  </section>
                )}
                <ul class="rows">
                  {pages
                    .flatMap(({ requests }) => requests)
                    .map((line) => (
                      <Request key={line.id} line={line} title={titleOf(line.service)} changed={first.reload} />
                    ))}
                </ul>
              </>
            )}
          </Pages>
        )}
      </Loaded>
    </Page>
  );
}

interface RequestProps {
  readonly line: Line;
  readonly title: string;
  readonly changed: () => void;
}

function Request({ line, title, changed }: RequestProps) {
  const t = useText();
  const when = useWhen();
  const left = useTimeLeft();
  const {
    id,
    state,
    number,
    createdAt,
    dueAt,
    closedAt,
    timeLeft = 0,
    workingTimeLeft = '',
    offer,
    organisation,
  } = line;
  const said = closedAt
    ? t(ownTexts.closedAt, { when: when(closedAt) })
    : dueAt && state !== 'queued'
      ? t(timeLeft < 0 ? ownTexts.overdueBy : ownTexts.due, { when: when(dueAt), left: left(workingTimeLeft) })
      : t(ownTexts.begun, { when: when(createdAt) });
  return (
    <li>
      <h2 class="line">
        <a href={state === 'draft' ? `/app/requests/${id}/form` : `/app/requests/${id}`}>{title}</a>
      </h2>
      <p class="meta">
        {number !== undefined && <span class="nowrap">{number}</span>}
        <StateTag of={line} />
        {line.channel in filedAt && <span>{t(filedAt[line.channel as keyof typeof filedAt])}</span>}
      </p>
      {organisation && <p>{writeOrganisation(organisation, t)}</p>}
      <p>{said}</p>
      {offer && (
        <Notice kind="warning">
          <p>{t(requestTexts.offered, { when: when(offer.dueAt) })}</p>
          <a href={`/app/requests/${id}/offer`}>{t(requestTexts.answer)}</a>
        </Notice>
      )}
      {state === 'draft' && (
        <p class="meta">
          <a href={`/app/requests/${id}/form`}>{t(actions.continue)}</a>
          <RemoveDraft id={id} done={changed} />
        </p>
      )}
    </li>
  );
}
