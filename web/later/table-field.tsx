import { useLayoutEffect, useRef } from 'preact/hooks';
import { FormField, type FieldProps } from '../form/form-field.tsx';
import { cellId, readRows, writeRows } from '../form/rows.ts';
import { Icon, useText } from '../kit.ts';
import { useSheet } from '../parts/staff/use-sheet.ts';
import { fieldTexts } from '../texts/fields.ts';
import { tableTexts } from '../texts/table.ts';

/** The rows of a table, one under the other; each can be removed, and one added, with the keyboard alone. */
export default function TableField({ spec, value, fault, faultOf, onInput, onLeave }: FieldProps) {
  const t = useText();
  // Its styles stand there, because most forms have no table.
  useSheet();
  const { name, columns = [], length } = spec;
  const kept = readRows(value);
  // A table begins with a row to fill in.
  const rows = kept.length > 0 ? kept : [{}];
  /** A row keeps its key when one above it is removed: what is half typed stays in its own row. */
  const keys = useRef({ of: rows.map((_, index) => index), next: rows.length });
  const focus = useRef<string | undefined>(undefined);
  useLayoutEffect(() => {
    if (focus.current !== undefined) document.getElementById(focus.current)?.focus();
    focus.current = undefined;
  });
  const change = (row: number, column: string, cell: string) =>
    onInput(
      writeRows(rows.map((each, index) => (index === row ? { ...each, [column]: cell } : each))),
      cellId(name, row, column),
    );
  const add = () => {
    keys.current.of.push(keys.current.next++);
    focus.current = cellId(name, rows.length, columns[0]?.name ?? '');
    onInput(writeRows([...rows, {}]), name);
  };
  const remove = (row: number) => {
    keys.current.of.splice(row, 1);
    focus.current = cellId(name, Math.max(0, row - 1), columns[0]?.name ?? '');
    onInput(writeRows(rows.filter((_, index) => index !== row)), name);
    onLeave?.();
  };
  return (
    <fieldset
      class={fault ? 'field wrong' : 'field'}
      id={name}
      tabIndex={-1}
      aria-describedby={fault && `${name}-fault`}
    >
      <legend>
        {t(spec.label)} {!spec.required && <span class="optional">{t(fieldTexts.optional)}</span>}
      </legend>
      {fault && (
        <p class="fault" id={`${name}-fault`}>
          <Icon name="stop" /> {fault}
        </p>
      )}
      <div class="table-rows">
        {rows.map((row, index) => (
          <fieldset key={keys.current.of[index]}>
            <legend>{t(tableTexts.row, { n: index + 1 })}</legend>
            {columns.map((column) => {
              const cell = { ...column, name: cellId(name, index, column.name) };
              const part = {
                spec: cell,
                value: row[column.name] ?? '',
                fault: faultOf?.(cell.name),
                onInput: (typed: string) => change(index, column.name, typed),
                ...(onLeave && { onLeave }),
              };
              return column.kind === 'choice' ? (
                <Chosen key={column.name} {...part} />
              ) : (
                <FormField key={column.name} {...part} />
              );
            })}
            {rows.length > 1 && (
              <button
                type="button"
                class="link"
                aria-label={t(tableTexts.removeRow, { n: index + 1 })}
                onClick={() => remove(index)}
              >
                {t(tableTexts.remove)}
              </button>
            )}
          </fieldset>
        ))}
        {rows.length < length.max ? (
          <button type="button" class="button second" onClick={add}>
            {t(tableTexts.add)}
          </button>
        ) : (
          <p class="small">{t(tableTexts.full, { n: length.max })}</p>
        )}
      </div>
    </fieldset>
  );
}

/** In a row, a choice takes one line. */
function Chosen({ spec, value, fault, onInput, onLeave }: FieldProps) {
  const t = useText();
  return (
    <div class={fault ? 'field wrong' : 'field'}>
      <label for={spec.name}>{t(spec.label)}</label>
      {fault && (
        <p class="fault" id={`${spec.name}-fault`}>
          <Icon name="stop" /> {fault}
        </p>
      )}
      <select
        id={spec.name}
        value={value}
        aria-describedby={fault && `${spec.name}-fault`}
        aria-invalid={fault ? 'true' : undefined}
        onChange={({ currentTarget }) => onInput(currentTarget.value)}
        onBlur={onLeave}
      >
        <option value="">{t(tableTexts.choose)}</option>
        {(spec.choices ?? []).map((choice, index) => (
          <option key={index} value={`${index + 1}`}>
            {t(choice)}
          </option>
        ))}
      </select>
    </div>
  );
}
