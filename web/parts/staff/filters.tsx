import { useText } from '../../kit.ts';
import { listTexts } from '../../texts/list.ts';
import { lineTexts } from '../../texts/queue.ts';

/** What filters the list, by its name in the address. */
export const narrow = ['service', 'task', 'channel', 'who'] as const;
export type Narrow = (typeof narrow)[number];
export type Chosen = Readonly<Partial<Record<Narrow, string>>>;

const labels = {
  service: listTexts.service,
  task: lineTexts.task,
  channel: lineTexts.channel,
  who: lineTexts.who,
} as const satisfies Record<Narrow, unknown>;

interface Props {
  readonly words: string;
  readonly search: (words: string) => void;
  readonly chosen: Chosen;
  readonly choose: (name: Narrow, value: string) => void;
  readonly clear: () => void;
  /** The values in the queue, each with its text. If there is only one, there is nothing to choose. */
  readonly options: Readonly<Record<Narrow, readonly (readonly [value: string, text: string])[]>>;
}

/** Number or name, and the choice for each kind. */
export function Filters({ words, search, chosen, choose, clear, options }: Props) {
  const t = useText();
  const isNarrowed = words !== '' || Object.values(chosen).some(Boolean);
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
        .filter((name) => options[name].length > 1 || chosen[name])
        .map((name) => (
          <div key={name} class="field">
            <label for={`of-${name}`}>{t(labels[name])}</label>
            <select
              id={`of-${name}`}
              value={chosen[name] ?? ''}
              onChange={({ currentTarget }) => choose(name, currentTarget.value)}
            >
              <option value="">{t(lineTexts.any)}</option>
              {options[name].map(([value, text]) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </select>
          </div>
        ))}
      {isNarrowed && (
        <button type="button" class="button second" onClick={clear}>
          {t(lineTexts.clear)}
        </button>
      )}
    </div>
  );
}
