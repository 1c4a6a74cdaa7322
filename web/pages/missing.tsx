import { Page, useText } from '../kit.ts';
import { wrong } from '../texts/wrong.ts';

export default function Missing() {
  const t = useText();
  return (
    <Page title={t(wrong.missing)}>
      <p>{t(wrong.missingText)}</p>
      <p class="buttons">
        <a class="button" href="/">
          {t(wrong.services)}
        </a>
      </p>
    </Page>
  );
}
