import { useState } from 'preact/hooks';
import { BusyButton, Icon, lazy, Loaded, ProblemNotice, useText, useWhen, type Problem } from '../../kit.ts';
import type { WorkLinesProps } from '../../later/work-lines.tsx';
import { queueTexts } from '../../texts/queue.ts';
import type { Text } from '../../texts/text.ts';
import { addressOf } from './address-of.ts';
import { Desk } from './desk.tsx';
import { listOf, lists } from './lists.ts';
import { isFree, takeWork, type Line } from './take-work.ts';
import { useQueue } from './use-queue.ts';

const WorkLines = lazy<WorkLinesProps>('later/work-lines');

interface Props {
  readonly path: string;
  readonly title: Text;
  /** Which of the queue's lines belong on this page. */
  readonly belongs: (line: Line) => boolean;
  readonly empty: Text;
  /** What overdue work is called there, if not that. */
  readonly late?: Text;
  readonly query: URLSearchParams;
}

/** The office's work by due time, under tabs with counts. */
export function WorkList({ path, title, belongs, empty, late, query: first }: Props) {
  const t = useText();
  const when = useWhen();
  const [query, setQuery] = useState(first);
  const list = listOf(query.get('list') ?? '');
  const { queue, problem, reload } = useQueue(query.get('from') ?? undefined);
  const [taking, setTaking] = useState<string>();
  const [refused, setRefused] = useState<Problem>();

  const all = (queue?.lines ?? []).filter(belongs);
  const free = all.find(isFree);
  const take = (id: string) => {
    setTaking(id);
    void takeWork(id).then((found) => {
      setRefused(found);
      setTaking(undefined);
      reload();
    });
  };
  const tabOf = (id: string) => {
    const kept = new URLSearchParams(query);
    kept.delete('page');
    if (id === '') kept.delete('list');
    else kept.set('list', id);
    return addressOf(path, kept);
  };
  return (
    <Desk
      title={t(title)}
      facts={queue && <span class="small">{t(queueTexts.renewed, { when: when(queue.at) })}</span>}
      acts={
        free && (
          <BusyButton isBusy={taking !== undefined} busy={t(queueTexts.taking)} onClick={() => take(free.id)}>
            <Icon name="next" /> {t(queueTexts.takeNext)}
          </BusyButton>
        )
      }
    >
      {refused && <ProblemNotice problem={refused} />}
      {problem && queue && <ProblemNotice problem={problem} again={reload} />}
      <nav class="tabs" aria-label={t(title)}>
        {lists.map(({ id, text, fits }) => (
          <a key={id} href={tabOf(id)} aria-current={id === list.id ? 'page' : undefined}>
            {t(id === 'overdue' && late ? late : text)} {queue && `${all.filter(fits).length}${queue.next ? '+' : ''}`}
          </a>
        ))}
      </nav>
      <Loaded from={{ ...(queue && { value: queue }), ...(problem && { problem }), reload }}>
        {({ next }) => (
          <WorkLines
            lines={all.filter(list.fits)}
            none={t(all.length === 0 && !next ? empty : queueTexts.noneHere)}
            query={query}
            renamed={setQuery}
            path={path}
            next={next}
            taking={taking}
            take={take}
            takeNext={() => free && take(free.id)}
          />
        )}
      </Loaded>
    </Desk>
  );
}
