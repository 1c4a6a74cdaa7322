import { useState } from 'preact/hooks';
import { ErrorSummary } from '../form/error-summary.tsx';
import type { FieldSpec } from '../form/field-spec.ts';
import { FormField } from '../form/form-field.tsx';
import { useForm } from '../form/use-form.ts';
import { BusyButton, call, isProblem, Notice, ProblemNotice, useText, type Answer, type Problem } from '../kit.ts';
import { accountTexts } from '../texts/account.ts';

const fields: readonly FieldSpec[] = [
  { name: 'fullName', label: accountTexts.fullName, required: true, length: { min: 2, max: 150 }, format: 'text' },
  {
    name: 'email',
    label: accountTexts.email,
    required: false,
    length: { min: 3, max: 254 },
    format: 'text',
    kind: 'email',
  },
  {
    name: 'phone',
    label: accountTexts.phone,
    required: false,
    length: { min: 6, max: 16 },
    format: 'text',
    kind: 'phone',
  },
];

interface Props {
  readonly account: Answer<'GET /account'>;
  readonly changed: () => void;
}

/** The person's name, how to reach them, and in which language. */
export function ContactsForm({ account, changed }: Props) {
  const t = useText();
  const { fullName, phone = '' } = account;
  const email = account.askedEmail?.email ?? account.email ?? '';
  const form = useForm(fields, { fullName, email, phone });
  const [language, setLanguage] = useState(account.language);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [isSaved, setSaved] = useState(false);
  const save = async () => {
    setBusy(true);
    setSaved(false);
    const { fullName: name = '', email: mail, phone: number } = form.values;
    const body = { fullName: name, language, ...(mail && { email: mail }), ...(number && { phone: number }) };
    const done = await call('PUT /account', { body });
    setBusy(false);
    setProblem(isProblem(done) && !done.errors ? done : undefined);
    form.refuse(isProblem(done) ? (done.errors ?? []) : []);
    setSaved(!isProblem(done));
    if (!isProblem(done)) changed();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void save();
      }}
    >
      <ErrorSummary lines={form.lines} attempt={form.attempt} />
      {problem && <ProblemNotice problem={problem} />}
      {isSaved && (
        <Notice kind="success" role="status">
          {t(accountTexts.saved)}
        </Notice>
      )}
      {fields.map((spec) => (
        <FormField
          key={spec.name}
          spec={spec}
          value={form.typed[spec.name] ?? ''}
          fault={form.faultOf(spec.name)}
          onInput={(value) => form.type(spec.name, value)}
        />
      ))}
      <fieldset class="field">
        <legend>{t(accountTexts.language)}</legend>
        {(['kk', 'ru'] as const).map((each) => (
          <label key={each} class="choice">
            <input type="radio" name="language" checked={language === each} onChange={() => setLanguage(each)} />
            <span lang={each}>{each === 'kk' ? 'Қазақша' : 'Русский'}</span>
          </label>
        ))}
      </fieldset>
      <p class="buttons">
        <BusyButton isBusy={isBusy} busy={t(accountTexts.saving)}>
          {t(accountTexts.save)}
        </BusyButton>
      </p>
    </form>
  );
}
