import { ErrorSummary } from '../form/error-summary.tsx';
import type { FieldSpec } from '../form/field-spec.ts';
import { FormField } from '../form/form-field.tsx';
import { useForm } from '../form/use-form.ts';
import { call, useLayoutEffect, useMemo, useState, useText, type Answer } from '../kit.ts';
import { SignWord } from '../parts/sign-word.tsx';
import { useOpened } from '../parts/staff/use-opened.ts';
import { correctionTexts as texts } from '../texts/correction.ts';

type Correction = NonNullable<Answer<'GET /statuses/{number}'>['correction']>;
type Way = Correction['ways'][number];

interface Said {
  readonly way: Way;
  readonly ground: Correction['grounds'][number]['ground'];
  readonly text: string;
}

export interface CorrectProps {
  readonly correction: Correction;
  readonly done: (way: Way) => void;
}

const choice = { kind: 'choice', required: true, format: 'text', length: { min: 1, max: 2 } } as const;
const fieldsOf = ({ ways, grounds, characters }: Correction): readonly FieldSpec[] => [
  { ...choice, name: 'way', label: texts.way, choices: ways.map((way) => texts[way]) },
  { ...choice, name: 'ground', label: texts.ground, choices: grounds.map(({ text }) => text) },
  { name: 'text', label: texts.text, required: true, format: 'text', length: characters },
];

/** The head withdraws an issued document on a ground, or has another one made in its place, by a signed word. */
export default function Correct({ correction, done }: CorrectProps) {
  const t = useText();
  const { isOpen, setOpen, heading, opener } = useOpened();
  const fields = useMemo(() => fieldsOf(correction), [correction]);
  const form = useForm(fields, {});
  const [said, setSaid] = useState<Said>();
  useLayoutEffect(() => heading.current?.focus(), [said]);
  if (!isOpen)
    return (
      <p class="buttons">
        <button ref={opener} type="button" class="button second" onClick={() => setOpen(true)}>
          {t(texts.title)}
        </button>
      </p>
    );
  const { request, ways, grounds, characters } = correction;
  const params = { id: request };
  const goOn = () => {
    const { text = '' } = form.values;
    const [way, ground] = [ways[Number(form.values['way']) - 1], grounds[Number(form.values['ground']) - 1]?.ground];
    const missing = [...(way ? [] : ['way']), ...(ground ? [] : ['ground']), ...(text ? [] : ['text'])];
    if (!way || !ground || text === '')
      return form.refuse(missing.map((name) => ({ field: `/${name}`, rule: 'required', expected: '' })));
    if (text.length < characters.min || text.length > characters.max)
      return form.refuse([{ field: '/text', rule: 'length', expected: '', given: text }]);
    return setSaid({ way, ground, text });
  };
  return (
    <section id="correct">
      <h3 ref={heading} tabIndex={-1}>
        {t(texts.title)}
      </h3>
      {said ? (
        <SignWord
          ask={() => call('POST /requests/{id}/correction/signable', { params, body: said })}
          send={(cms) => call('POST /requests/{id}/correction', { params, body: { ...said, cms } })}
          verb={t(texts.sign)}
          fileName="correction.json"
          done={() => done(said.way)}
        />
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            goOn();
          }}
        >
          <p>{t(texts.explain)}</p>
          <ErrorSummary lines={form.lines} attempt={form.attempt} />
          {fields.map((spec) => (
            <FormField
              key={spec.name}
              spec={spec}
              value={form.typed[spec.name] ?? ''}
              fault={form.faultOf(spec.name)}
              onInput={(value) => form.type(spec.name, value)}
            />
          ))}
          <p class="buttons">
            <button class="button">{t(texts.goOn)}</button>
          </p>
        </form>
      )}
      <p class="buttons">
        {said && (
          <button type="button" class="button second" onClick={() => setSaid(undefined)}>
            {t(texts.change)}
          </button>
        )}
        <button
          type="button"
          class="link"
          onClick={() => {
            setSaid(undefined);
            setOpen(false);
          }}
        >
          {t(texts.stay)}
        </button>
      </p>
    </section>
  );
}
