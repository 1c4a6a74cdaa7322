import { useState } from 'preact/hooks';
import {
  actions,
  call,
  isProblem,
  Loaded,
  Page,
  ProblemNotice,
  useAnswer,
  useText,
  useWhen,
  type Answer,
  type Problem,
} from '../kit.ts';
import { requestTexts } from '../texts/request.ts';

export default function Notices() {
  const t = useText();
  const first = useAnswer('GET /notices', { query: { limit: 20 } });
  return (
    <Page title={t(requestTexts.notices)}>
      <Loaded from={first}>{(page) => <List key={t.language} first={page} />}</Loaded>
    </Page>
  );
}

function List({ first }: { readonly first: Answer<'GET /notices'> }) {
  const t = useText();
  const when = useWhen();
  const [more, setMore] = useState<Answer<'GET /notices'>['notices']>([]);
  const [next, setNext] = useState(first.next);
  const [problem, setProblem] = useState<Problem>();
  const load = async () => {
    const page = await call('GET /notices', { query: { limit: 20, ...(next && { from: next }) } });
    setProblem(isProblem(page) ? page : undefined);
    if (isProblem(page)) return;
    setMore((all) => [...all, ...page.notices]);
    setNext(page.next);
  };
  const all = [...first.notices, ...more].toSorted((one, other) => (one.at < other.at ? 1 : -1));
  return (
    <>
      {all.length === 0 && <p>{t(requestTexts.noNotices)}</p>}
      <ul class="rows">
        {all.map(({ id, subject, text, at, request }) => (
          <li key={id}>
            <h2 class="line">
              <a href={`/app/requests/${request}`}>{subject}</a>
            </h2>
            <p>{text}</p>
            <p class="small">{when(at)}</p>
          </li>
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
