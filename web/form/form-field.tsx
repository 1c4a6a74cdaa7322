import { useState } from 'preact/hooks';
import { Icon, lazy, useText } from '../kit.ts';
import { fieldTexts } from '../texts/fields.ts';
import { joinDay, splitDay, type DayParts } from './day.ts';
import { isLong, type FieldSpec } from './field-spec.ts';

export interface FieldProps {
  readonly spec: FieldSpec;
  readonly value: string;
  /** What is wrong with it. */
  readonly fault?: string | undefined;
  /** What is wrong with a cell of a table, by the id of its control. */
  readonly faultOf?: (id: string) => string | undefined;
  /** `changed` is the cell of a table. */
  readonly onInput: (value: string, changed?: string) => void;
  /** The person has moved on to the next field. */
  readonly onLeave?: () => void;
}

const TableField = lazy<FieldProps>('later/table-field');

/** A field of a regulation, drawn by its kind. Its control has the field's name as id, for the error summary's link. */
export function FormField(props: FieldProps) {
  const { spec, fault } = props;
  const t = useText();
  const isGroup = spec.kind === 'day' || spec.kind === 'yes-no' || spec.kind === 'choice';
  const hint = hintOf(spec, t);
  const described = [hint && `${spec.name}-hint`, fault && `${spec.name}-fault`].filter(Boolean).join(' ') || undefined;
  const name = (
    <>
      {t(spec.label)} {!spec.required && <span class="optional">{t(fieldTexts.optional)}</span>}
    </>
  );
  const inner = (
    <>
      {hint && (
        <p class="hint" id={`${spec.name}-hint`}>
          {hint}
        </p>
      )}
      {fault && (
        <p class="fault" id={`${spec.name}-fault`}>
          <Icon name="stop" /> {fault}
        </p>
      )}
    </>
  );
  const state = fault ? 'field wrong' : 'field';
  if (spec.kind === 'table') return <TableField {...props} />;
  if (isGroup)
    return (
      <fieldset class={state} aria-describedby={described}>
        <legend>{name}</legend>
        {inner}
        {spec.kind === 'day' ? <DayControl {...props} /> : <ChoiceControl {...props} />}
      </fieldset>
    );
  return (
    <div class={state}>
      <label for={spec.name}>{name}</label>
      {inner}
      <TextControl {...props} described={described} />
    </div>
  );
}

function hintOf({ kind, format, length, name }: FieldSpec, t: ReturnType<typeof useText>) {
  if (kind === 'phone') return t(fieldTexts.phone);
  if (kind === 'day') return t(fieldTexts.day);
  if (name === 'sik') return t(fieldTexts.sik);
  if (length.min !== length.max) return undefined;
  return t(format === 'numeric' ? fieldTexts.digits : fieldTexts.characters, { n: length.max });
}

function TextControl({
  spec,
  value,
  fault,
  onInput,
  onLeave,
  described,
}: FieldProps & { described: string | undefined }) {
  const common = {
    id: spec.name,
    value,
    'aria-describedby': described,
    'aria-invalid': fault ? ('true' as const) : undefined,
    onBlur: onLeave,
  };
  if (isLong(spec))
    return <textarea {...common} rows={5} onInput={({ currentTarget }) => onInput(currentTarget.value)} />;
  const isNumber = spec.format === 'numeric' || spec.kind === 'iin' || spec.kind === 'phone';
  const line = {
    ...common,
    inputMode: spec.kind === 'phone' ? ('tel' as const) : isNumber ? ('numeric' as const) : undefined,
    // Space for the blanks that people put between digits.
    size: spec.length.max <= 40 ? spec.length.max + 4 : undefined,
    onInput: ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => onInput(currentTarget.value),
  };
  if (spec.kind === 'email') return <input type="email" autocomplete="email" {...line} />;
  if (spec.kind === 'phone') return <input type="tel" autocomplete="tel-national" {...line} />;
  return <input type="text" autocomplete="off" {...line} />;
}

/** Three fields; the focus never moves by itself, and the input stays as it was typed. */
function DayControl({ spec, value, fault, onInput, onLeave }: FieldProps) {
  const t = useText();
  const [parts, setParts] = useState<DayParts>(splitDay(value));
  const change = (index: number, part: string) => {
    const changed = parts.with(index, part.trim()) as unknown as DayParts;
    setParts(changed);
    onInput(joinDay(changed));
  };
  const labels = [fieldTexts.dayOfMonth, fieldTexts.month, fieldTexts.year];
  return (
    <div class="dates">
      {labels.map((label, index) => (
        <div key={index}>
          <label for={index === 0 ? spec.name : `${spec.name}-${index}`}>{t(label)}</label>
          <input
            id={index === 0 ? spec.name : `${spec.name}-${index}`}
            inputMode="numeric"
            autocomplete="off"
            size={index === 2 ? 5 : 3}
            maxLength={index === 2 ? 4 : 2}
            aria-invalid={fault ? 'true' : undefined}
            value={parts[index]}
            onInput={({ currentTarget }) => change(index, currentTarget.value)}
            onBlur={index === 2 ? onLeave : undefined}
          />
        </div>
      ))}
    </div>
  );
}

function ChoiceControl({ spec, value, onInput }: FieldProps) {
  const t = useText();
  const answers =
    spec.kind === 'yes-no'
      ? [['yes', t(fieldTexts.yes)] as const, ['no', t(fieldTexts.no)] as const]
      : (spec.choices ?? []).map((choice, index) => [`${index + 1}`, t(choice)] as const);
  return (
    <>
      {answers.map(([answer, text], index) => (
        <label key={answer} class="choice">
          <input
            type="radio"
            id={index === 0 ? spec.name : undefined}
            name={spec.name}
            checked={value === answer}
            onChange={() => onInput(answer)}
          />
          <span>{text}</span>
        </label>
      ))}
    </>
  );
}
