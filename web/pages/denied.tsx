import { Page, useText } from '../kit.ts';
import { wrong } from '../texts/wrong.ts';

export default function Denied() {
  const t = useText();
  return (
    <Page title={t(wrong.denied)}>
      <p>{t(wrong.deniedText)}</p>
      <p class="buttons">
        <a class="button" href="/">
          {t(wrong.services)}
        </a>
        <a href="/app/sign-in">{t(wrong.otherwise)}</a>
      </p>
    </Page>
  );
}
