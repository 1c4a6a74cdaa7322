import { useState } from 'preact/hooks';
import { ErrorSummary } from '../form/error-summary.tsx';
import { useForm } from '../form/use-form.ts';
import { BusyButton, call, isProblem, keepGrant, Notice, type Problem, ProblemNotice, useText } from '../kit.ts';
import { accountTexts } from '../texts/account.ts';
import { PasswordField } from '../parts/password-field.tsx';

/** Setting a password ends all other sessions; this one continues. */
export default function PasswordForm() {
  const t = useText();
  const form = useForm([], {});
  const { oldPassword = '', newPassword = '' } = form.typed;
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [isChanged, setChanged] = useState(false);
  const change = async () => {
    setBusy(true);
    setChanged(false);
    const grant = await call('PUT /account/password', { body: { newPassword, ...(oldPassword && { oldPassword }) } });
    setBusy(false);
    setProblem(isProblem(grant) && !grant.errors ? grant : undefined);
    form.refuse(isProblem(grant) ? (grant.errors ?? []) : []);
    if (isProblem(grant)) return;
    keepGrant(grant);
    setChanged(true);
    form.type('oldPassword', '');
    form.type('newPassword', '');
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void change();
      }}
    >
      <ErrorSummary lines={form.lines} attempt={form.attempt} />
      {problem && <ProblemNotice problem={problem} />}
      {isChanged && (
        <Notice kind="success" role="status">
          {t(accountTexts.changed)}
        </Notice>
      )}
      <PasswordField
        id="oldPassword"
        label={t(accountTexts.old)}
        hint={t(accountTexts.oldHint)}
        fault={form.faultOf('oldPassword')}
        value={oldPassword}
        onInput={(value) => form.type('oldPassword', value)}
      />
      <PasswordField
        id="newPassword"
        isNew
        label={t(accountTexts.new)}
        hint={t(accountTexts.newHint)}
        fault={form.faultOf('newPassword')}
        value={newPassword}
        onInput={(value) => form.type('newPassword', value)}
      />
      <p class="buttons">
        <BusyButton isBusy={isBusy} busy={t(accountTexts.saving)} kind="second">
          {t(accountTexts.change)}
        </BusyButton>
      </p>
    </form>
  );
}
