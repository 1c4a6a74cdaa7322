import { useState } from 'preact/hooks';
import { useAnswer, useText } from '../../kit.ts';
import { employeeTexts } from '../../texts/employees.ts';
import { Choice } from './choice.tsx';

interface Props {
  readonly value: string;
  readonly fault: string | undefined;
  readonly onChange: (code: string) => void;
}

/** One of all offices and centres, found by words of its name. */
export function OfficeChoice({ value, fault, onChange }: Props) {
  const t = useText();
  const [words, setWords] = useState('');
  const { value: found } = useAnswer('GET /offices', { query: { limit: 100, ...(words && { words }) } });
  return (
    <>
      <div class="field">
        <label for="words">{t(employeeTexts.words)}</label>
        <input id="words" value={words} onInput={({ currentTarget }) => setWords(currentTarget.value)} />
      </div>
      <Choice
        id="office"
        label={t(employeeTexts.office)}
        value={value}
        fault={fault}
        options={(found?.offices ?? []).map(({ code, name }) => [code, name, 'ru'])}
        onChange={onChange}
      />
    </>
  );
}
