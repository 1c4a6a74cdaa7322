import { useState } from 'preact/hooks';
import { BusyButton, call, isProblem, ProblemNotice, useText, type Problem } from '../../kit.ts';
import { ErrorSummary } from '../../form/error-summary.tsx';
import type { FieldSpec } from '../../form/field-spec.ts';
import { FormField } from '../../form/form-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { officerTexts } from '../../texts/officers.ts';
import { Sure } from './sure.tsx';

/** Of a person, in the line of a table. */
export interface Act {
  readonly account: string;
  readonly name: string;
  readonly done: () => void;
  readonly stop: () => void;
}

const lastDayField: FieldSpec = {
  name: 'lastDay',
  label: officerTexts.lastDay,
  required: true,
  length: { min: 10, max: 10 },
  format: 'text',
  kind: 'day',
};

/** Gives somebody the right to sign, or changes its term. */
export function GiveMandate({
  account,
  name,
  lastDay = '',
  done,
  stop,
}: Act & { readonly lastDay: string | undefined }) {
  const t = useText();
  const form = useForm([lastDayField], { lastDay });
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const give = async () => {
    const { lastDay: day } = form.values;
    if (!day) return form.refuse([{ field: '/lastDay', rule: 'required', expected: '' }]);
    setBusy(true);
    const answer = await call('PUT /mandates/{account}', { params: { account }, body: { lastDay: day } });
    setBusy(false);
    if (!isProblem(answer)) return done();
    setProblem(answer.errors ? undefined : answer);
    return form.refuse(answer.errors ?? []);
  };
  return (
    <form
      noValidate
      aria-label={t(officerTexts.giving, { name })}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void give();
      }}
    >
      <ErrorSummary lines={form.lines} attempt={form.attempt} />
      {problem && <ProblemNotice problem={problem} />}
      <FormField
        spec={lastDayField}
        value={form.typed['lastDay'] ?? ''}
        fault={form.faultOf('lastDay')}
        onInput={(value) => form.type('lastDay', value)}
      />
      <p class="buttons">
        <BusyButton isBusy={isBusy} busy={t(officerTexts.doing)}>
          {t(officerTexts.give)}
        </BusyButton>
        <button type="button" class="button second" onClick={stop}>
          {t(officerTexts.back)}
        </button>
      </p>
    </form>
  );
}

/** Takes it back, after a question. */
export const TakeMandate = ({ account, name, done, stop }: Act) => (
  <Sure
    question={officerTexts.sure}
    name={name}
    act={() => call('DELETE /mandates/{account}', { params: { account } })}
    done={done}
    stop={stop}
  />
);
