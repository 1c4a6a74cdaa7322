import { ErrorSummary } from '../form/error-summary.tsx';
import type { FieldSpec } from '../form/field-spec.ts';
import { FormField } from '../form/form-field.tsx';
import { useForm } from '../form/use-form.ts';
import {
  BusyButton,
  call,
  isProblem,
  Notice,
  ProblemNotice,
  useState,
  useText,
  useWhen,
  type Answer,
  type Problem,
} from '../kit.ts';
import { confirmEmailTexts as texts } from '../texts/account.ts';

const code: FieldSpec = {
  ...{ name: 'code', label: texts.code, required: true, format: 'numeric' },
  length: { min: 6, max: 6 },
};

export interface ConfirmEmailProps {
  readonly account: Answer<'GET /account'>;
  readonly changed: () => void;
}

/** The address that waits for its code, and where mail goes until then. */
export default function ConfirmEmail({ account: { email, askedEmail }, changed }: ConfirmEmailProps) {
  const t = useText();
  const when = useWhen();
  const form = useForm([code], {});
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const confirm = async () => {
    const typed = form.values['code'];
    if (!typed) return form.refuse([{ field: '/code', rule: 'required', expected: '' }]);
    setBusy(true);
    const done = await call('POST /account/email', { body: { code: typed } });
    setBusy(false);
    setProblem(isProblem(done) && !done.errors ? done : undefined);
    form.refuse(isProblem(done) ? (done.errors ?? []) : []);
    return isProblem(done) ? undefined : changed();
  };
  if (!askedEmail) return null;
  return (
    <section class="card" id="confirm-email">
      <h3>{t(texts.title)}</h3>
      <Notice kind="information">
        <p style={{ overflowWrap: 'anywhere' }}>
          {askedEmail.until
            ? t(texts.sent, { email: askedEmail.email, until: when(askedEmail.until) })
            : t(texts.goes, { email: askedEmail.email })}
        </p>
        <p style={{ overflowWrap: 'anywhere' }}>
          {email === undefined ? t(texts.nowhere) : t(texts.former, { email })}
        </p>
      </Notice>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) void confirm();
        }}
      >
        <ErrorSummary lines={form.lines} attempt={form.attempt} />
        {problem && <ProblemNotice problem={problem} />}
        <FormField
          spec={code}
          value={form.typed['code'] ?? ''}
          fault={form.faultOf('code')}
          onInput={(value) => form.type('code', value)}
        />
        <p class="buttons">
          <BusyButton isBusy={isBusy} busy={t(texts.confirming)}>
            {t(texts.confirm)}
          </BusyButton>
        </p>
      </form>
    </section>
  );
}
