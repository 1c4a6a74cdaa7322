import { useState } from 'preact/hooks';
import {
  actions,
  call,
  isProblem,
  Loaded,
  Notice,
  Page,
  ProblemNotice,
  useAnswer,
  useText,
  useWhen,
  type Answer,
  type PageProps,
  type Problem,
} from '../kit.ts';
import { RemoveDraft } from '../parts/remove-draft.tsx';
import { useServices } from '../parts/services.ts';
import { StateTag } from '../parts/state-tag.tsx';
import { requestTexts } from '../texts/request.ts';

type Line = Answer<'GET /requests'>['requests'][number];

const isFinished = ({ state }: Line) => ['issued', 'refused', 'turned-away', 'discarded'].includes(state);

/** Own requests, newest first; those under way and those that are finished. */
export default function Requests({ query }: PageProps) {
  const t = useText();
  const first = useAnswer('GET /requests', { query: { limit: 50 } });
  const isDone = query.get('list') === 'finished';
  const lists = [
    [false, '/app/requests', requestTexts.open],
    [true, '/app/requests?list=finished', requestTexts.finished],
  ] as const;
  return (
    <Page title={t(requestTexts.mine)}>
      <nav class="tabs" aria-label={t(requestTexts.mine)}>
        {lists.map(([done, href, text]) => (
          <a key={href} href={href} aria-current={done === isDone ? 'page' : undefined}>
            {t(text)}
          </a>
        ))}
      </nav>
      <Loaded from={first}>
        {(page) => <List key={page.requests.length} first={page} isDone={isDone} changed={first.reload} />}
      </Loaded>
    </Page>
  );
}

interface ListProps {
  readonly first: Answer<'GET /requests'>;
  readonly isDone: boolean;
  readonly changed: () => void;
}

function List({ first, isDone, changed }: ListProps) {
  const t = useText();
  const titleOf = useServices();
  const [more, setMore] = useState<readonly Line[]>([]);
  const [next, setNext] = useState(first.next);
  const [problem, setProblem] = useState<Problem>();
  const found = [...first.requests, ...more].filter(
    (line) => isFinished(line) === isDone && line.state !== 'discarded',
  );
  const load = async () => {
    const page = await call('GET /requests', { query: { limit: 50, ...(next && { from: next }) } });
    setProblem(isProblem(page) ? page : undefined);
    if (isProblem(page)) return;
    setMore((all) => [...all, ...page.requests]);
    setNext(page.next);
  };
  return (
    <>
      {found.length === 0 && (
        <section class="card quiet">
          <p>{t(first.requests.length === 0 ? requestTexts.none : requestTexts.noneHere)}</p>
          <a href="/">{t(requestTexts.choose)}</a>
        </section>
      )}
      <ul class="rows">
        {found.map((line) => (
          <Request key={line.id} line={line} title={titleOf(line.service)} changed={changed} />
        ))}
      </ul>
      {problem && <ProblemNotice problem={problem} />}
      {next && (
        <button type="button" class="button second" onClick={() => void load()}>
          {t(actions.more)}
        </button>
      )}
    </>
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
  const { id, state, number, createdAt, dueAt, closedAt, timeLeft, offer } = line;
  const said = closedAt
    ? t(requestTexts.closedAt, { when: when(closedAt) })
    : dueAt && state !== 'queued'
      ? t((timeLeft ?? 0) < 0 ? requestTexts.overdueBy : requestTexts.due, { when: when(dueAt) })
      : t(requestTexts.begun, { when: when(createdAt) });
  return (
    <li>
      <h2 class="line">
        <a href={state === 'draft' ? `/app/requests/${id}/form` : `/app/requests/${id}`}>{title}</a>
      </h2>
      <p class="meta">
        {number !== undefined && <span class="nowrap">{number}</span>}
        <StateTag state={state} />
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
