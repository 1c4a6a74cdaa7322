import { useText } from '../kit.ts';
import { accountTexts } from '../texts/account.ts';
import type { OfferedPostProps } from './offered-post.tsx';
import OwnEvents from './own-events.tsx';
import OwnSessions from './own-sessions.tsx';
import PasswordForm from './password-form.tsx';

/** How the account is protected. One script: a form that comes late would push the buttons below it away from a finger. */
export default function AccountRest({ account }: OfferedPostProps) {
  const t = useText();
  return (
    <>
      <section>
        <h2>{t(accountTexts.password)}</h2>
        <PasswordForm />
      </section>
      <OwnSessions account={account} />
      <OwnEvents account={account} />
    </>
  );
}
