import { useState } from 'preact/hooks';
import { ErrorSummary } from '../form/error-summary.tsx';
import type { FieldSpec } from '../form/field-spec.ts';
import { FormField } from '../form/form-field.tsx';
import { sentOf } from '../form/rows.ts';
import { useForm } from '../form/use-form.ts';
import { BusyButton, call, isProblem, useText, type Answer, type Problem } from '../kit.ts';
import { decisionTexts } from '../texts/decision.ts';
import { deskTexts } from '../texts/desk.ts';
import { typedCopy } from '../parts/typed-copy.ts';
import type { Line } from '../parts/staff/take-work.ts';
import { WorkProblem } from '../parts/staff/work-problem.tsx';

type Outcome = 'approve' | 'interim' | 'refuse';

/** `grounds`: those that the regulation lists, in its words; then there are no others. */
const reasonFor = (grounds: readonly string[]): readonly FieldSpec[] => [
  {
    ...{ name: 'ground', label: decisionTexts.ground, required: true, length: { min: 1, max: 1000 }, format: 'text' },
    ...(grounds.length > 0 && { kind: 'choice', choices: grounds.map((each) => ({ kk: each, ru: each })) }),
  },
  { name: 'text', label: decisionTexts.text, required: true, length: { min: 10, max: 4000 }, format: 'text' },
];

export interface DecisionProps {
  readonly work: Line;
  readonly service: Answer<'GET /services/{service}'>;
  readonly done: () => void;
  readonly reload: () => void;
}

/** Approve with the fields of the regulation's document, or refuse with a ground and a text. */
export default function DecisionForm({ work, service, done, reload }: DecisionProps) {
  const t = useText();
  const copy = typedCopy(`decision:${work.id}:${work.row}`);
  const { output, refusal } = service;
  const reason = reasonFor(refusal);
  const [outcome, setOutcome] = useState<Outcome>('approve');
  const fields = { approve: output.fields, interim: output.interim?.fields ?? [], refuse: reason }[outcome];
  const form = useForm([...output.fields, ...(output.interim?.fields ?? []), ...reason], copy.get() ?? {});
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const type = (name: string, value: string, changed?: string) => {
    form.type(name, value, changed);
    copy.set({ ...form.typed, [name]: value });
  };
  const send = async () => {
    // A document is set in lines of its own, so line breaks in the input become one paragraph.
    const values = Object.fromEntries(
      fields.map(({ name }) => [name, (form.values[name] ?? '').replaceAll(/\s*\n\s*/g, ' ')]),
    );
    const missing = fields.filter(({ name, required }) => required && !values[name]);
    if (missing.length > 0)
      return form.refuse(missing.map(({ name }) => ({ field: `/${name}`, rule: 'required', expected: '' })));
    const { ground: chosen = '', text = '' } = values;
    const ground = refusal.length > 0 ? (refusal[Number(chosen) - 1] ?? '') : chosen;
    if (outcome === 'refuse' && text.length < 10)
      return form.refuse([{ field: '/text', rule: 'length', expected: '', given: text }]);
    setBusy(true);
    const decided = await call('POST /work/{id}/decision', {
      params: { id: work.id },
      body:
        outcome === 'refuse'
          ? { outcome: 'refused', ground, text }
          : {
              outcome: 'approved',
              fields: sentOf(fields, values),
              ...(outcome === 'interim' && { interim: true as const }),
            },
    });
    setBusy(false);
    setProblem(isProblem(decided) && !decided.errors ? decided : undefined);
    if (isProblem(decided)) return form.refuse(decided.errors ?? []);
    copy.forget();
    return done();
  };
  const outcomes = (['approve', 'interim', 'refuse'] as const).filter((each) => each !== 'interim' || output.interim);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void send();
      }}
    >
      <ErrorSummary lines={form.lines} attempt={form.attempt} />
      {problem && <WorkProblem problem={problem} reload={reload} />}
      <fieldset class="field">
        <legend>{t(decisionTexts.decision)}</legend>
        {outcomes.map((each) => (
          <label key={each} class="choice">
            <input type="radio" name="outcome" checked={outcome === each} onChange={() => setOutcome(each)} />
            <span>{t(decisionTexts[each])}</span>
          </label>
        ))}
      </fieldset>
      {fields.map((spec) => (
        <FormField
          key={`${outcome}-${spec.name}`}
          spec={spec}
          value={form.typed[spec.name] ?? ''}
          fault={form.faultOf(spec.name)}
          faultOf={form.faultOf}
          onInput={(value, changed) => type(spec.name, value, changed)}
        />
      ))}
      <p class="buttons">
        <BusyButton isBusy={isBusy} busy={t(deskTexts.sending)}>
          {t(decisionTexts.prepare)}
        </BusyButton>
      </p>
      <p class="small">{t(decisionTexts.thenSign)}</p>
    </form>
  );
}
