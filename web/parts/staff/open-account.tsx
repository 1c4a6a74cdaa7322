import { useState } from 'preact/hooks';
import { ErrorSummary } from '../../form/error-summary.tsx';
import type { FieldSpec } from '../../form/field-spec.ts';
import { FormField } from '../../form/form-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { BusyButton, call, isProblem, Notice, ProblemNotice, useText, type Problem } from '../../kit.ts';
import { Choice } from './choice.tsx';
import { OfficeChoice } from './office-choice.tsx';
import { roleWords } from '../../../lib/domain/access/role-words.ts';
import { employeeTexts } from '../../texts/employees.ts';

const { applicant: _, ...posts } = roleWords;
type Role = keyof typeof posts;
const roles = Object.keys(posts) as Role[];
const ofNoOffice: readonly string[] = ['auditor', 'administrator'] satisfies Role[];

const line = (name: 'fullName' | 'position' | 'role' | 'office' | 'password', required = true): FieldSpec => ({
  name,
  label: employeeTexts[name],
  required,
  length: { min: 1, max: 150 },
  format: 'text',
});
const iin: FieldSpec = {
  name: 'iin',
  label: employeeTexts.iin,
  required: true,
  length: { min: 12, max: 12 },
  format: 'numeric',
  kind: 'iin',
};
/** The administrator passes the first password on, so they may read it while they type. */
const typed = [iin, line('fullName'), line('position'), line('password', false)];

/** Who is offered the post, which role, and where. */
export function OpenAccount({ opened: told }: { readonly opened: () => void }) {
  const t = useText();
  const form = useForm([...typed, line('role'), line('office')], {});
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [opened, setOpened] = useState('');
  const { role = '', office = '' } = form.typed;
  const hasOffice = role !== '' && !ofNoOffice.includes(role);
  const open = async () => {
    setOpened('');
    const missing = [...typed, line('role'), ...(hasOffice ? [line('office')] : [])]
      .filter(({ name, required }) => required && !form.values[name])
      .map(({ name }) => ({ field: `/${name}`, rule: 'required', expected: '' }));
    if (missing.length > 0) return form.refuse(missing);
    const { iin: number = '', fullName = '', position = '', password = '' } = form.values;
    setBusy(true);
    const made = await call('POST /staff', {
      body: {
        ...{ iin: number, fullName, position, role: role as Role },
        ...(hasOffice && { office }),
        ...(password && { password }),
      },
    });
    setBusy(false);
    setProblem(isProblem(made) && !made.errors ? made : undefined);
    if (isProblem(made)) return form.refuse(made.errors ?? []);
    for (const name of ['iin', 'fullName', 'position', 'password']) form.type(name, '');
    setOpened(made.fullName);
    return told();
  };
  return (
    <>
      <ErrorSummary lines={form.lines} attempt={form.attempt} />
      <p>{t(employeeTexts.intro)}</p>
      {problem && <ProblemNotice problem={problem} />}
      {opened && (
        <Notice kind="success" role="status">
          {t(employeeTexts.opened, { name: opened })}
        </Notice>
      )}
      <form
        class="card narrow"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) void open();
        }}
      >
        {typed.map((spec) => (
          <FormField
            key={spec.name}
            spec={spec}
            value={form.typed[spec.name] ?? ''}
            fault={form.faultOf(spec.name)}
            onInput={(value) => form.type(spec.name, value)}
          />
        ))}
        <Choice
          id="role"
          label={t(employeeTexts.role)}
          value={role}
          fault={form.faultOf('role')}
          options={roles.map((each) => [each, t(posts[each])])}
          onChange={(value) => form.type('role', value)}
        />
        {hasOffice && (
          <OfficeChoice
            value={office}
            fault={form.faultOf('office')}
            onChange={(value) => form.type('office', value)}
          />
        )}
        <p class="buttons">
          <BusyButton isBusy={isBusy} busy={t(employeeTexts.opening)}>
            {t(employeeTexts.open)}
          </BusyButton>
        </p>
      </form>
    </>
  );
}
