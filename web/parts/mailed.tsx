import { Icon, useText, type Answer } from '../kit.ts';
import { mailTexts } from '../texts/mail.ts';

type Props = Pick<Answer<'GET /notices'>['notices'][number], 'email'>;

/** Shown only if the e-mail did not reach its address; the notice itself is shown here. */
export function Mailed({ email }: Props) {
  const t = useText();
  if (email !== 'failed' && email !== 'returned') return null;
  return (
    <p class="small">
      <Icon name="warn" /> {t(mailTexts[email])} <a href="/app/account">{t(mailTexts.check)}</a>
    </p>
  );
}
