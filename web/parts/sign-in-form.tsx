import { useState } from 'preact/hooks';
import type { FieldError } from '../../lib/domain/problem/problem.ts';
import { begin, BusyButton, call, isProblem, type Problem, ProblemNotice, useText } from '../kit.ts';
import { ErrorSummary } from '../form/error-summary.tsx';
import type { FieldSpec } from '../form/field-spec.ts';
import { FormField } from '../form/form-field.tsx';
import { useForm } from '../form/use-form.ts';
import { signInTexts } from '../texts/sign-in.ts';
import { PasswordField } from './password-field.tsx';

const twelve = { min: 12, max: 12 };
const iin: FieldSpec = {
  name: 'iin',
  label: signInTexts.iin,
  required: true,
  length: twelve,
  format: 'numeric',
  kind: 'iin',
};
const password: FieldSpec = {
  name: 'password',
  label: signInTexts.password,
  required: true,
  length: { min: 1, max: 128 },
  format: 'text',
};

/** By IIN and password; on its own page, and on top of a page whose session has ended. */
export function SignInForm({ done }: { readonly done: () => void }) {
  const t = useText();
  const form = useForm([iin, password], {});
  const [asCitizen, setAsCitizen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const submit = async () => {
    const empty = ['iin', 'password'].filter((name) => !form.typed[name]?.trim());
    const faults: FieldError[] = empty.map((name) => ({ field: `/${name}`, rule: 'required', expected: '' }));
    if (faults.length > 0) return form.refuse(faults);
    setBusy(true);
    const body = {
      iin: form.values['iin']!,
      password: form.typed['password']!,
      ...(asCitizen && { as: 'applicant' as const }),
    };
    const grant = await call('POST /sessions', { body });
    setBusy(false);
    setProblem(isProblem(grant) && !grant.errors ? grant : undefined);
    if (!isProblem(grant)) return begin(grant, done);
    return form.refuse(grant.errors ?? []);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void submit();
      }}
    >
      <ErrorSummary lines={form.lines} attempt={form.attempt} />
      {problem && <ProblemNotice problem={problem} />}
      <FormField
        spec={iin}
        value={form.typed['iin'] ?? ''}
        fault={form.faultOf('iin')}
        onInput={(value) => form.type('iin', value)}
      />
      <PasswordField
        id="password"
        label={t(signInTexts.password)}
        fault={form.faultOf('password')}
        value={form.typed['password'] ?? ''}
        onInput={(value) => form.type('password', value)}
      />
      <label class="choice">
        <input
          type="checkbox"
          checked={asCitizen}
          onChange={({ currentTarget }) => setAsCitizen(currentTarget.checked)}
        />
        <span>{t(signInTexts.asCitizen)}</span>
      </label>
      <p class="buttons">
        <BusyButton isBusy={isBusy} busy={t(signInTexts.entering)}>
          {t(signInTexts.enter)}
        </BusyButton>
        <a href="/app/register">{t(signInTexts.register)}</a>
      </p>
    </form>
  );
}
