import { Icon, useText } from '../../kit.ts';
import { decisionTexts } from '../../texts/decision.ts';

type Option = readonly [value: string, text: string, lang?: string];

interface Props {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly fault?: string | undefined;
  readonly options: readonly Option[];
  /** Whether one of them is chosen at the start. */
  readonly isFilled?: boolean;
  readonly onChange: (value: string) => void;
}

/** One of a list that depends on a role or a service. */
export function Choice({ id, label, value, fault, options, isFilled = false, onChange }: Props) {
  const t = useText();
  return (
    <div class={fault ? 'field wrong' : 'field'}>
      <label for={id}>{label}</label>
      {fault && (
        <p class="fault" id={`${id}-fault`}>
          <Icon name="stop" /> {fault}
        </p>
      )}
      <select
        id={id}
        value={value}
        aria-invalid={fault ? 'true' : undefined}
        aria-describedby={fault ? `${id}-fault` : undefined}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      >
        {!isFilled && <option value="">{t(decisionTexts.choose)}</option>}
        {options.map(([each, text, lang]) => (
          <option key={each} value={each} lang={lang}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
