import { useState } from 'preact/hooks';
import { lazy, rename, useText } from '../kit.ts';
import type { KeysProps } from './keys.tsx';
import { Filters, narrow, type Chosen, type Narrow } from '../parts/staff/filters.tsx';
import { addressOf } from '../parts/staff/address-of.ts';
import { moveFocus } from '../parts/staff/move-focus.ts';
import { PAGE, Pager } from '../parts/staff/pager.tsx';
import { isFree, isMine, type Line } from '../parts/staff/take-work.ts';
import { WorkTable } from '../parts/staff/work-table.tsx';
import { typedCopy } from '../parts/typed-copy.ts';
import { lineTexts } from '../texts/queue.ts';
import { channelNames } from '../texts/words.ts';

const Keys = lazy<KeysProps>('later/keys');

export interface WorkLinesProps {
  /** The tab's lines, by due time. */
  readonly lines: readonly Line[];
  /** What to say if there are none, for whatever reason. */
  readonly none: string;
  readonly query: URLSearchParams;
  /** The address has another choice now. */
  readonly renamed: (query: URLSearchParams) => void;
  readonly path: string;
  /** The cursor for lines that have not been fetched. */
  readonly next?: string | undefined;
  readonly taking: string | undefined;
  readonly take: (id: string) => void;
  readonly takeNext: () => void;
}

/** The lines of a queue, filtered and in pages. The position is in the address; a name that was searched for is not. */
export default function WorkLines({ lines, none, query, renamed, path, next, taking, take, takeNext }: WorkLinesProps) {
  const t = useText();
  const copy = typedCopy('queue');
  const [words, setWords] = useState(copy.get()?.['words'] ?? '');
  const [chosen, setChosen] = useState<Chosen>(
    Object.fromEntries(narrow.map((name) => [name, query.get(name) ?? ''])) as Chosen,
  );
  const [page, setPage] = useState(Math.max(1, Number(query.get('page')) || 1));

  const queryOf = (kept: Chosen, number: number) => {
    const parts = { ...kept, list: query.get('list'), from: query.get('from'), page: number > 1 ? `${number}` : '' };
    return new URLSearchParams(Object.entries(parts).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  };
  const show = (kept: Chosen, sought: string) => {
    setChosen(kept);
    setWords(sought);
    setPage(1);
    copy.set({ words: sought });
    const now = queryOf(kept, 1);
    rename(addressOf(path, now));
    renamed(now);
  };

  const facetsOf = (line: Line): Readonly<Record<Narrow, readonly [value: string, text: string]>> => {
    const name = line.claimedBy?.name ?? '';
    return {
      service: [line.service, t(line.serviceTitle)],
      task: [line.task, t(line.taskText)],
      channel: [line.channel, t(channelNames[line.channel as keyof typeof channelNames])],
      who: isMine(line) ? ['me', t(lineTexts.me)] : isFree(line) ? ['-', t(lineTexts.nobody)] : [name, name],
    };
  };
  const options = Object.fromEntries(
    narrow.map((name) => [name, [...new Map(lines.map((line) => facetsOf(line)[name]))]]),
  ) as unknown as Readonly<Record<Narrow, readonly (readonly [string, string])[]>>;
  const sought = words.trim().toLowerCase();
  const shown = lines
    .filter((line) => narrow.every((name) => !chosen[name] || facetsOf(line)[name][0] === chosen[name]))
    .filter(({ number, applicant }) => `${number} ${applicant.fullName}`.toLowerCase().includes(sought));
  const here = Math.min(page, Math.max(1, Math.ceil(shown.length / PAGE)));

  return (
    <>
      {(lines.length > 0 || sought !== '') && (
        <Filters
          words={words}
          search={(typed) => show(chosen, typed)}
          chosen={chosen}
          choose={(name, value) => show({ ...chosen, [name]: value }, words)}
          clear={() => show({}, '')}
          options={options}
        />
      )}
      <p class={shown.length > 0 ? 'unseen' : 'nothing'} role="status">
        {shown.length > 0 ? t(lineTexts.shown, { n: shown.length }) : none}
      </p>
      {shown.length > 0 && (
        <WorkTable lines={shown.slice((here - 1) * PAGE, here * PAGE)} taking={taking} take={take} />
      )}
      <Pager
        all={shown.length}
        page={here}
        addressOf={(number) => addressOf(path, queryOf(chosen, number))}
        {...(next && { next: addressOf(path, new URLSearchParams({ from: next })) })}
        {...(query.get('from') && { start: path })}
      />
      <Keys
        keys={[
          { cap: 'J', does: 'down', run: () => moveFocus(1) },
          { cap: 'K', does: 'up', run: () => moveFocus(-1) },
          { cap: 'N', does: 'takeNext', run: takeNext },
          { cap: '/', does: 'find', run: () => document.getElementById('find')?.focus() },
        ]}
      />
    </>
  );
}
