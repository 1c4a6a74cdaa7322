import { useText } from '../../kit.ts';
import { taskWords } from '../../../lib/domain/request/task-words.ts';
import { listTexts } from '../../texts/list.ts';
import { lineTexts } from '../../texts/queue.ts';
import { channelNames } from '../../texts/words.ts';
import { useServices } from '../services.ts';
import { known, narrow, type Narrow } from './asked.ts';
import { listOf, type Counts } from './lists.ts';

const labels = {
  service: listTexts.service,
  task: lineTexts.task,
  channel: lineTexts.channel,
  who: lineTexts.who,
} as const satisfies Record<Narrow, unknown>;

const whose = { me: lineTexts.me, nobody: lineTexts.nobody, others: lineTexts.others } as const;

interface Props {
  readonly words: string;
  readonly search: (words: string) => void;
  readonly query: URLSearchParams;
  readonly choose: (name: Narrow | 'sort', value: string) => void;
  readonly clear: () => void;
  readonly counts: Counts | undefined;
  /** Choices that the page itself makes. */
  readonly fixed: readonly Narrow[];
}

type Option = readonly [value: string, text: string];

/** What is sought among the lines that are shown, and what the API is asked for. If there is only one value, there is nothing to choose. */
export function Filters({ words, search, query, choose, clear, counts, fixed }: Props) {
  const t = useText();
  const { titleOf } = useServices();
  const chosen = (name: Narrow) => query.get(name) ?? '';
  const counted = (name: 'service' | 'task' | 'channel') => {
    const of = counts?.[name] ?? {};
    return [...new Set([...Object.keys(of), ...(chosen(name) ? [chosen(name)] : [])])].map(
      (value) => [value, of[value] === undefined ? '' : ` (${of[value]})`] as const,
    );
  };
  const options: Readonly<Record<Narrow, readonly Option[]>> = {
    service: counted('service').map(([code, count]) => [code, titleOf(code) + count]),
    task: counted('task').flatMap(([code, count]) =>
      known.task.filter((task) => task === code).map((task) => [task, t(taskWords[task]) + count] as const),
    ),
    channel: counted('channel').flatMap(([code, count]) =>
      known.channel.filter((each) => each === code).map((each) => [each, t(channelNames[each]) + count] as const),
    ),
    // Two of the tabs are this choice.
    who: 'who' in listOf(query.get('list') ?? '').asks ? [] : known.who.map((who) => [who, t(whose[who])]),
  };
  const isNarrowed = words !== '' || narrow.some(chosen);
  return (
    <div class="filters" role="search">
      <div class="field">
        <label for="find">{t(lineTexts.find)}</label>
        <input
          id="find"
          autocomplete="off"
          value={words}
          onInput={({ currentTarget }) => search(currentTarget.value)}
          onKeyDown={({ key }) => key === 'Escape' && search('')}
        />
      </div>
      {narrow
        .filter((name) => !fixed.includes(name) && (options[name].length > 1 || chosen(name)))
        .map((name) => (
          <Select
            key={name}
            id={`of-${name}`}
            label={t(labels[name])}
            value={chosen(name)}
            options={[['', t(lineTexts.any)], ...options[name]]}
            choose={(value) => choose(name, value)}
          />
        ))}
      <Select
        id="sort"
        // Where the table has heads, the first of them sorts.
        kind="when-narrow"
        label={t(lineTexts.order)}
        value={query.get('sort') ?? ''}
        options={[
          ['', t(lineTexts.first)],
          ['-due', t(lineTexts.last)],
        ]}
        choose={(value) => choose('sort', value)}
      />
      {isNarrowed && (
        <button type="button" class="button second" onClick={clear}>
          {t(lineTexts.clear)}
        </button>
      )}
      <a class="button second" href="/app/search">
        {t(lineTexts.everywhere)}
      </a>
    </div>
  );
}

interface SelectProps {
  readonly id: string;
  readonly kind?: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly choose: (value: string) => void;
}

/** One of several, applied when it is chosen. */
export function Select({ id, kind = '', label, value, options, choose }: SelectProps) {
  return (
    <div class={`field ${kind}`}>
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
