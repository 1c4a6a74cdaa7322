import { useEffect, useState } from 'preact/hooks';
import {
  BusyButton,
  Icon,
  Loaded,
  Page,
  ProblemNotice,
  actions,
  useAnswer,
  useText,
  useWhen,
  type PageProps,
  type Problem,
} from '../../kit.ts';
import { useServices } from '../../parts/services.ts';
import { isFree, isMine, takeWork, type Line } from '../../parts/staff/take-work.ts';
import { deskTexts } from '../../texts/desk.ts';
import { tasks } from '../../texts/tasks.ts';
import { channelNames } from '../../texts/words.ts';

/** Milliseconds between looks at the queue, while somebody looks at the page. */
const AGAIN = 30_000;

const lists = [
  ['', actions.all, () => true],
  ['mine', deskTexts.mine, isMine],
  ['free', deskTexts.free, isFree],
  ['overdue', deskTexts.overdue, ({ overdue }: Line) => overdue],
] as const;

/** The office's queue by due time: what is overdue leads. */
export default function Queue({ query }: PageProps) {
  const t = useText();
  const from = query.get('from') ?? undefined;
  const found = useAnswer('GET /work', { query: { limit: 100, ...(from && { from }) } });
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [taking, setTaking] = useState<string>();
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && found.reload(), AGAIN);
    return () => clearInterval(timer);
  }, []);
  const wanted = query.get('list') ?? '';
  const belongs = (lists.find(([id]) => id === wanted) ?? lists[0])[2];
  const all = found.value?.work ?? [];
  const free = all.find(isFree);
  const take = async (id: string) => {
    setTaking(id);
    const refused = await takeWork(id);
    setTaking(undefined);
    setProblem(refused);
    if (refused) found.reload();
  };
  const addressOf = (list: string) => {
    const search = new URLSearchParams({ ...(list && { list }), ...(from && { from }) }).toString();
    return search ? `/app/work?${search}` : '/app/work';
  };
  return (
    <Page title={t(deskTexts.queue)}>
      {problem && <ProblemNotice problem={problem} />}
      <nav class="tabs" aria-label={t(deskTexts.queue)}>
        {lists.map(([id, text, fits]) => (
          <a key={id} href={addressOf(id)} aria-current={id === wanted ? 'page' : undefined}>
            {t(text)} {found.value && all.filter(fits).length}
          </a>
        ))}
      </nav>
      <Loaded from={found}>
        {({ work, next }) => {
          const sought = words.trim().toLowerCase();
          const shown = work
            .filter(belongs)
            .filter(({ number, applicant }) => `${number} ${applicant.fullName}`.toLowerCase().includes(sought));
          return (
            <>
              <div class="meta">
                <div class="field">
                  <label for="find">{t(deskTexts.find)}</label>
                  <input id="find" size={24} value={words} onInput={(event) => setWords(event.currentTarget.value)} />
                </div>
                {free && (
                  <BusyButton
                    isBusy={taking !== undefined}
                    busy={t(deskTexts.taking)}
                    onClick={() => void take(free.id)}
                  >
                    <Icon name="next" /> {t(deskTexts.takeNext)}
                  </BusyButton>
                )}
              </div>
              {shown.length === 0 ? (
                <p role="status">{t(work.length === 0 ? deskTexts.empty : deskTexts.noneHere)}</p>
              ) : (
                <Lines lines={shown} taking={taking} take={take} />
              )}
              <p class="buttons">
                {from && <a href="/app/work">{t(deskTexts.toStart)}</a>}
                {next && <a href={`/app/work?from=${encodeURIComponent(next)}`}>{t(deskTexts.nextPage)}</a>}
              </p>
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

interface LinesProps {
  readonly lines: readonly Line[];
  readonly taking: string | undefined;
  readonly take: (id: string) => Promise<void>;
}

function Lines({ lines, taking, take }: LinesProps) {
  const t = useText();
  const when = useWhen();
  const titleOf = useServices();
  const heads = ['due', 'number', 'service', 'applicant', 'task', 'who', 'act'] as const;
  return (
    <table class="queue">
      <thead>
        <tr>
          {heads.map((name) => (
            <th key={name} scope="col">
              {t(deskTexts[name])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id} class={line.overdue ? 'late' : undefined}>
            <td>
              {line.overdue && (
                <span class="tag overdue">
                  <Icon name="warn" /> {t(deskTexts.late)}
                </span>
              )}{' '}
              {when(line.dueAt)}
            </td>
            <td>
              <a class="nowrap" href={`/app/work/${line.id}`}>
                {line.number}
              </a>{' '}
              <span class="small">{t(channelNames[line.channel as keyof typeof channelNames])}</span>
            </td>
            <td>{titleOf(line.service)}</td>
            <td>{line.applicant.fullName}</td>
            <td>{t(tasks[line.task])}</td>
            <td>
              {line.claimedBy ? (
                isMine(line) ? (
                  <strong>{t(deskTexts.me)}</strong>
                ) : (
                  line.claimedBy.name
                )
              ) : (
                t(deskTexts.nobody)
              )}
            </td>
            <td>
              {isFree(line) ? (
                <BusyButton isBusy={taking === line.id} busy={t(deskTexts.taking)} onClick={() => void take(line.id)}>
                  {t(deskTexts.take)}
                  <span class="unseen"> {line.number}</span>
                </BusyButton>
              ) : (
                <a class="button second" href={`/app/work/${line.id}`}>
                  {t(isMine(line) ? deskTexts.open : deskTexts.look)}
                  <span class="unseen"> {line.number}</span>
                </a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
