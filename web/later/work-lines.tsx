import { useState } from 'preact/hooks';
import { lazy, rename, useText } from '../kit.ts';
import type { KeysProps } from './keys.tsx';
import type { ChosenWorkProps } from './chosen-work.tsx';
import { addressOf } from '../parts/staff/address-of.ts';
import type { Narrow } from '../parts/staff/asked.ts';
import { Filters } from '../parts/staff/filters.tsx';
import type { Counts } from '../parts/staff/lists.ts';
import { chooseFocused, moveFocus } from '../parts/staff/move-focus.ts';
import { Pager } from '../parts/staff/pager.tsx';
import type { Queue } from '../parts/staff/use-queue.ts';
import { OnlyOf } from '../parts/staff/only-of.tsx';
import type { Ordered } from '../parts/staff/count-ordered.ts';
import { OrderedNotice } from '../parts/staff/ordered-notice.tsx';
import { ChosenBar, useSelection } from '../parts/staff/selection.tsx';
import { WorkTable } from '../parts/staff/work-table.tsx';
import { typedCopy } from '../parts/typed-copy.ts';
import { lineTexts } from '../texts/queue.ts';

const Keys = lazy<KeysProps>('later/keys');
const ChosenWork = lazy<ChosenWorkProps>('later/chosen-work');

export interface WorkLinesProps {
  readonly queue: Queue;
  /** Whether these are the lines that were asked for last, and not those from before. */
  readonly isCurrent: boolean;
  readonly counts: Counts | undefined;
  readonly fixed: readonly Narrow[];
  /** What to say if there are none. */
  readonly none: string;
  readonly query: URLSearchParams;
  /** The address has another choice now. */
  readonly renamed: (query: URLSearchParams) => void;
  readonly path: string;
  readonly taking: string | undefined;
  readonly take: (id: string) => void;
  readonly takeNext: () => void;
  readonly reload: () => void;
}

/** A page of a queue, narrowed by the API. A name that is sought among its lines is not in the address. */
export default function WorkLines(props: WorkLinesProps) {
  const { queue, isCurrent, counts, fixed, none, query, renamed, path, taking, take, takeNext, reload } = props;
  const t = useText();
  const copy = typedCopy('queue');
  const [words, setWords] = useState(copy.get()?.['words'] ?? '');
  const search = (typed: string) => {
    setWords(typed);
    copy.set({ words: typed });
  };
  /** The same list by other choices, from its first page. */
  const withChoice = (choices: Readonly<Record<string, string>>) => {
    const other = new URLSearchParams(query);
    other.delete('from');
    for (const [name, value] of Object.entries(choices))
      if (value) other.set(name, value);
      else other.delete(name);
    return other;
  };
  const show = (choices: Readonly<Record<string, string>>) => {
    const other = withChoice(choices);
    rename(addressOf(path, other));
    renamed(other);
  };
  const sought = words.trim().toLowerCase();
  const shown = queue.lines.filter(({ number, applicant, organisation: { name = '', bin = '' } = {} }) =>
    `${number} ${applicant.fullName} ${name} ${bin}`.toLowerCase().includes(sought),
  );
  const selection = useSelection(shown.map(({ id }) => id));
  const [ordered, setOrdered] = useState<Ordered>();
  const isLatestFirst = query.get('sort') === '-due';
  return (
    <>
      <Filters
        words={words}
        search={search}
        query={query}
        choose={(name, value) => show({ [name]: value })}
        clear={() => {
          search('');
          show({ service: '', task: '', channel: '', who: '', worker: '' });
        }}
        counts={counts}
        fixed={fixed}
      />
      {query.has('worker') && <OnlyOf lines={queue.lines} all={addressOf(path, withChoice({ worker: '' }))} />}
      {ordered && <OrderedNotice result={ordered} />}
      <ChosenBar selection={selection}>
        <ChosenWork
          lines={shown.filter(({ id }) => selection.has(id))}
          done={(result) => {
            setOrdered(result);
            selection.clear();
            reload();
          }}
        />
      </ChosenBar>
      <p class={shown.length > 0 ? 'unseen' : 'nothing'} role="status">
        {shown.length > 0
          ? t(lineTexts.shown, { n: shown.length })
          : queue.lines.length > 0
            ? t(lineTexts.notShown)
            : none}
      </p>
      {shown.length > 0 && (
        <WorkTable
          lines={shown}
          isBusy={!isCurrent}
          isLatestFirst={isLatestFirst}
          otherOrder={addressOf(path, withChoice({ sort: isLatestFirst ? '' : '-due' }))}
          taking={taking}
          take={take}
          selection={selection}
        />
      )}
      <Pager path={path} query={query} next={queue.next} />
      <Keys
        keys={[
          { cap: 'J', does: 'down', run: () => moveFocus(1) },
          { cap: 'K', does: 'up', run: () => moveFocus(-1) },
          { cap: 'X', does: 'choose', run: chooseFocused },
          { cap: 'N', does: 'takeNext', run: takeNext },
          { cap: '/', does: 'find', run: () => document.getElementById('find')?.focus() },
        ]}
      />
    </>
  );
}
