import {
  actions,
  call,
  Loaded,
  Notice,
  Page,
  useAnswer,
  useText,
  useWhen,
  type Answer,
  type PageProps,
} from '../kit.ts';
import { Pages } from '../parts/pages.tsx';
import { RemoveDraft } from '../parts/remove-draft.tsx';
import { useServices } from '../parts/services.ts';
import { StateTag } from '../parts/state-tag.tsx';
import { useTimeLeft } from '../parts/time-left.ts';
import { requestTexts } from '../texts/request.ts';
import { ownTexts } from '../texts/requests.ts';

type Line = Answer<'GET /requests'>['requests'][number];

/** What each tab shows: the states, as the API takes them. */
const lists = [
  ['', 'submitted,received,in-progress,decided,queued', ownTexts.open],
  ['drafts', 'draft', ownTexts.drafts],
  ['finished', 'issued,refused,turned-away', ownTexts.finished],
] as const;

/** The citizen's own requests, newest first: running, not yet sent, and finished. */
export default function Requests({ query }: PageProps) {
  const t = useText();
  const titleOf = useServices();
  const wanted = query.get('list') ?? '';
  const [, state] = lists.find(([id]) => id === wanted) ?? lists[0];
  const first = useAnswer('GET /requests', { query: { state, counts: 'true' } });
  const { counts } = first.value ?? {};
  const countOf = (states: string) => counts && states.split(',').reduce((sum, each) => sum + (counts[each] ?? 0), 0);
  return (
    <Page title={t(requestTexts.mine)}>
      <nav class="tabs" aria-label={t(requestTexts.mine)}>
        {lists.map(([id, states, text]) => (
          <a
            key={id}
            href={id ? `/app/requests?list=${id}` : '/app/requests'}
            aria-current={id === wanted ? 'page' : undefined}
          >
            {t(text)} {countOf(states)}
          </a>
        ))}
      </nav>
      <Loaded from={first}>
        {(page) => (
          <Pages first={page} load={(from) => call('GET /requests', { query: { state, from } })}>
            {(pages) => (
              <>
                {page.requests.length === 0 && (
                  <section class="card quiet">
                    <p>{t(ownTexts.noneHere)}</p>
                    <a href="/">{t(ownTexts.choose)}</a>
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
  const { id, state, number, createdAt, dueAt, closedAt, timeLeft = 0, workingTimeLeft = '', offer } = line;
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
      </p>
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
