import { goTo, homeOf, Page, type PageProps, session, useText } from '../kit.ts';
import { EdsSignIn } from '../parts/eds-sign-in.tsx';
import { SignInForm } from '../parts/sign-in-form.tsx';
import { signInTexts } from '../texts/sign-in.ts';

export default function SignIn({ query }: PageProps) {
  const t = useText();
  const to = ownAddress(query.get('to'));
  const done = () => goTo(to ?? homeOf(session.get()?.role), { replace: true });
  return (
    <Page
      title={t(signInTexts.title)}
      aside={
        <>
          <section class="card quiet">
            <h2>{t(signInTexts.stillEds)}</h2>
            <p>{t(signInTexts.stillEdsText)}</p>
          </section>
          <section class="card quiet">
            <h2>{t(signInTexts.worker)}</h2>
            <p>{t(signInTexts.workerText)}</p>
          </section>
        </>
      }
    >
      {to && <p>{t(signInTexts.back)}</p>}
      <EdsSignIn done={done} />
      <section class="card">
        <h2>{t(signInTexts.byPassword)}</h2>
        <SignInForm done={done} />
      </section>
    </Page>
  );
}

/** Only to one of our pages, so that a link that looks like ours leads nobody elsewhere. */
const ownAddress = (to: string | null) => (to !== null && /^\/(?:app\/[^\\]*)?$/.test(to) ? to : undefined);
