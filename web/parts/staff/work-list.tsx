import { useState } from 'preact/hooks';
import { BusyButton, Icon, lazy, Loaded, Notice, ProblemNotice, useText, useWhen, type Problem } from '../../kit.ts';
import type { WorkLinesProps } from '../../later/work-lines.tsx';
import { queueTexts } from '../../texts/queue.ts';
import type { Text } from '../../texts/text.ts';
import { addressOf } from './address-of.ts';
import { askedBy, narrow, type Task } from './asked.ts';
import { Desk } from './desk.tsx';
import { listOf, lists, writeCount, type Counts } from './lists.ts';
import { takeNext, takeWork } from './take-work.ts';
import { useQueue } from './use-queue.ts';

const WorkLines = lazy<WorkLinesProps>('later/work-lines');

interface Props {
  readonly path: string;
  readonly title: Text;
  /** The only task of this page. */
  readonly task?: Task;
  readonly empty: Text;
  /** What overdue work is called there, if not that. */
  readonly late?: Text;
  /** Beside the time at which the list was renewed. */
  readonly more?: { readonly href: string; readonly text: Text } | undefined;
  readonly query: URLSearchParams;
}

/** The office's work by due time, under tabs with counts. */
export function WorkList({ path, title, task, empty, late, more, query: first }: Props) {
  const t = useText();
  const when = useWhen();
  const [query, setQuery] = useState(first);
  const list = listOf(query.get('list') ?? '');
  const asked = askedBy(query, task);
  const { queue, isCurrent, counts: all, problem, reload } = useQueue(asked);
  const [taking, setTaking] = useState<string>();
  const [refused, setRefused] = useState<Problem | 'none'>();
  const counts = countsOf(all, task);

  const take = (id: string, taken: Promise<Problem | 'none' | undefined> = takeWork(id)) => {
    setTaking(id);
    void taken.then((found) => {
      setRefused(found);
      setTaking(undefined);
      if (found) reload();
    });
  };
  const next = () => {
    if (taking === undefined) take('next', takeNext(asked));
  };
  const tabOf = (id: string) => {
    const kept = new URLSearchParams(query);
    kept.delete('from');
    kept.delete('list');
    if (id !== '') kept.set('list', id);
    return addressOf(path, kept);
  };
  const isNarrowed =
    list.id !== '' || query.has('from') || query.has('worker') || narrow.some((name) => query.has(name));
  return (
    <Desk
      title={t(title)}
      facts={
        <span class="small">
          {queue && t(queueTexts.renewed, { when: when(queue.at) })} {more && <a href={more.href}>{t(more.text)}</a>}
        </span>
      }
      acts={
        counts.free !== 0 && (
          <BusyButton isBusy={taking !== undefined} busy={t(queueTexts.taking)} onClick={next}>
            <Icon name="next" /> {t(queueTexts.takeNext)}
          </BusyButton>
        )
      }
    >
      {refused === 'none' && (
        <Notice kind="warning" role="status">
          {t(queueTexts.noneFree)}
        </Notice>
      )}
      {refused && refused !== 'none' && <ProblemNotice problem={refused} />}
      {problem && queue && <ProblemNotice problem={problem} again={reload} />}
      <nav class="tabs" aria-label={t(title)}>
        {lists.map(({ id, text, count }) => (
          <a key={id} href={tabOf(id)} aria-current={id === list.id ? 'page' : undefined}>
            {t(id === 'overdue' && late ? late : text)} {writeCount(counts[count])}
          </a>
        ))}
      </nav>
      <Loaded from={{ ...(queue && { value: queue }), ...(problem && { problem }), reload }}>
        {(page) => (
          <WorkLines
            queue={page}
            isCurrent={isCurrent}
            counts={all}
            fixed={task ? ['task'] : []}
            none={t(isNarrowed ? queueTexts.noneHere : empty)}
            query={query}
            renamed={setQuery}
            path={path}
            taking={taking}
            take={take}
            takeNext={next}
            reload={reload}
          />
        )}
      </Loaded>
    </Desk>
  );
}

/** The counts of the tabs. Those of one task are known only where there is no other: at a counter. */
function countsOf(all: Counts | undefined, task: Task | undefined): Partial<Counts> {
  const ofTask = task && all ? (all.task[task] ?? 0) : all?.all;
  return all && ofTask === all.all ? all : { ...(ofTask !== undefined && { all: ofTask }) };
}
