import { useState } from 'preact/hooks';
import type { FieldError } from '../../lib/domain/problem/problem.ts';
import { BusyButton, call, goTo, isProblem, keepGrant, Page, type Problem, ProblemNotice, useText } from '../kit.ts';
import { ErrorSummary } from '../form/error-summary.tsx';
import type { FieldSpec } from '../form/field-spec.ts';
import { FormField } from '../form/form-field.tsx';
import { useForm } from '../form/use-form.ts';
import { PasswordField } from '../parts/password-field.tsx';
import { registerTexts } from '../texts/register.ts';
import { signInTexts } from '../texts/sign-in.ts';

const fields: readonly FieldSpec[] = [
  { name: 'iin', label: signInTexts.iin, required: true, length: { min: 12, max: 12 }, format: 'numeric', kind: 'iin' },
  { name: 'fullName', label: registerTexts.fullName, required: true, length: { min: 2, max: 150 }, format: 'text' },
  {
    name: 'email',
    label: registerTexts.email,
    required: false,
    length: { min: 3, max: 254 },
    format: 'text',
    kind: 'email',
  },
  { name: 'password', label: signInTexts.password, required: true, length: { min: 10, max: 128 }, format: 'text' },
];
const shown = fields.filter(({ name }) => name !== 'password');

export default function Register() {
  const t = useText();
  const form = useForm(fields, {});
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const submit = async () => {
    const missing: FieldError[] = fields
      .filter(({ name, required }) => required && !form.typed[name]?.trim())
      .map(({ name }) => ({ field: `/${name}`, rule: 'required', expected: '' }));
    if (missing.length > 0) return form.refuse(missing);
    setBusy(true);
    const { iin = '', fullName = '', email = '' } = form.values;
    const password = form.typed['password']!;
    const made = await call('POST /accounts', {
      body: { iin, fullName, password, language: t.language, ...(email && { email }) },
    });
    const grant = isProblem(made) ? made : await call('POST /sessions', { body: { iin, password } });
    setBusy(false);
    setProblem(isProblem(grant) && !grant.errors ? grant : undefined);
    if (isProblem(grant)) return form.refuse(grant.errors ?? []);
    keepGrant(grant);
    return goTo('/', { replace: true });
  };
  return (
    <Page
      title={t(registerTexts.title)}
      hasErrors={form.lines.length > 0}
      before={<ErrorSummary lines={form.lines} attempt={form.attempt} />}
    >
      <p>{t(registerTexts.intro)}</p>
      {problem && <ProblemNotice problem={problem} />}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) void submit();
        }}
      >
        {shown.map((spec) => (
          <FormField
            key={spec.name}
            spec={spec}
            value={form.typed[spec.name] ?? ''}
            fault={form.faultOf(spec.name)}
            onInput={(value) => form.type(spec.name, value)}
          />
        ))}
        <PasswordField
          id="password"
          isNew
          label={t(registerTexts.newPassword)}
          hint={t(registerTexts.passwordHint)}
          fault={form.faultOf('password')}
          value={form.typed['password'] ?? ''}
          onInput={(value) => form.type('password', value)}
        />
        <p class="buttons">
          <BusyButton isBusy={isBusy} busy={t(registerTexts.creating)}>
            {t(registerTexts.create)}
          </BusyButton>
          <a href="/app/sign-in">{t(registerTexts.have)}</a>
        </p>
      </form>
    </Page>
  );
}
