import { useState } from 'preact/hooks';
import { BusyButton, call, isProblem, ProblemNotice, useText, type Problem } from '../../kit.ts';
import { ErrorSummary } from '../../form/error-summary.tsx';
import type { FieldSpec } from '../../form/field-spec.ts';
import { FormField } from '../../form/form-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { officerTexts } from '../../texts/officers.ts';
import { Choice } from './choice.tsx';
import type { Act } from './mandate-forms.tsx';
import { Sure } from './sure.tsx';
import { usePeople } from './use-people.ts';

const day = { required: true, length: { min: 10, max: 10 }, format: 'text', kind: 'day' } as const;
const days: readonly FieldSpec[] = [
  { ...day, name: 'firstDay', label: officerTexts.firstDay },
  { ...day, name: 'lastDay', label: officerTexts.lastDay },
];
const substituteField: FieldSpec = {
  ...{ name: 'substitute', label: officerTexts.substitute, required: true, format: 'text' },
  length: { min: 1, max: 64 },
};
const fields = [...days, substituteField];

/** Somebody is away for some days, and a colleague stands in. */
export function AddAbsence({ account, name, done, stop }: Act) {
  const t = useText();
  const { people = [] } = usePeople();
  const form = useForm(fields, {});
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const add = async () => {
    const { firstDay = '', lastDay = '', substitute = '' } = form.values;
    const missing = fields.filter((field) => !form.values[field.name]);
    if (missing.length > 0)
      return form.refuse(missing.map((field) => ({ field: `/${field.name}`, rule: 'required', expected: '' })));
    setBusy(true);
    const body = { firstDay, lastDay, substitute };
    const answer = await call('PUT /people/{account}/absence', { params: { account }, body });
    setBusy(false);
    if (!isProblem(answer)) return done();
    setProblem(answer.errors ? undefined : answer);
    return form.refuse(answer.errors ?? []);
  };
  return (
    <form
      noValidate
      aria-label={t(officerTexts.addingAbsence, { name })}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void add();
      }}
    >
      <ErrorSummary lines={form.lines} attempt={form.attempt} />
      {problem && <ProblemNotice problem={problem} />}
      {days.map((spec) => (
        <FormField
          key={spec.name}
          spec={spec}
          value={form.typed[spec.name] ?? ''}
          fault={form.faultOf(spec.name)}
          onInput={(value) => form.type(spec.name, value)}
        />
      ))}
      <Choice
        id="substitute"
        label={t(officerTexts.substitute)}
        value={form.typed['substitute'] ?? ''}
        fault={form.faultOf('substitute')}
        options={people.filter((each) => each.account !== account).map((each) => [each.account, each.fullName])}
        onChange={(value) => form.type('substitute', value)}
      />
      <p class="buttons">
        <BusyButton isBusy={isBusy} busy={t(officerTexts.doing)}>
          {t(officerTexts.save)}
        </BusyButton>
        <button type="button" class="button second" onClick={stop}>
          {t(officerTexts.stop)}
        </button>
      </p>
    </form>
  );
}

/** They are back, or will not be away after all. */
export const EndAbsence = ({ account, name, firstDay, done, stop }: Act & { readonly firstDay: string }) => (
  <Sure
    question={officerTexts.sureEnd}
    name={name}
    act={() => call('DELETE /people/{account}/absence', { params: { account }, query: { firstDay } })}
    done={done}
    stop={stop}
  />
);
