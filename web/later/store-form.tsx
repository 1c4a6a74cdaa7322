import { useState } from 'preact/hooks';
import { ErrorSummary } from '../form/error-summary.tsx';
import type { FieldSpec } from '../form/field-spec.ts';
import { FormField } from '../form/form-field.tsx';
import { useForm } from '../form/use-form.ts';
import { BusyButton, call, goTo, isProblem, useText, type Problem } from '../kit.ts';
import { WorkProblem } from '../parts/staff/work-problem.tsx';
import { handOverTexts } from '../texts/hand-over.ts';

const place: FieldSpec = {
  name: 'place',
  label: handOverTexts.place,
  required: true,
  length: { min: 2, max: 120 },
  format: 'text',
};

export interface StoreProps {
  readonly id: string;
  readonly reload: () => void;
}

/** Nobody has come in time: where the result is kept until somebody does. */
export default function StoreForm({ id, reload }: StoreProps) {
  const t = useText();
  const form = useForm([place], {});
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const store = async () => {
    const { place: where } = form.values;
    if (!where) return form.refuse([{ field: '/place', rule: 'required', expected: '' }]);
    setBusy(true);
    const stored = await call('POST /work/{id}/storage', { params: { id }, body: { place: where } });
    setBusy(false);
    if (!isProblem(stored)) return goTo('/app/hand-over?list=overdue');
    setProblem(stored.errors ? undefined : stored);
    return form.refuse(stored.errors ?? []);
  };
  return (
    <details>
      <summary>{t(handOverTexts.unclaimed)}</summary>
      <form
        noValidate
        aria-label={t(handOverTexts.store)}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) void store();
        }}
      >
        <ErrorSummary lines={form.lines} attempt={form.attempt} />
        {problem && <WorkProblem problem={problem} reload={reload} />}
        <FormField
          spec={place}
          value={form.typed['place'] ?? ''}
          fault={form.faultOf('place')}
          onInput={(value) => form.type('place', value)}
        />
        <p class="buttons">
          <BusyButton kind="second" isBusy={isBusy} busy={t(handOverTexts.storing)}>
            {t(handOverTexts.store)}
          </BusyButton>
        </p>
      </form>
    </details>
  );
}
