import { useState } from 'preact/hooks';
import { frame } from './texts.ts';
import { useText } from '../state/language.ts';
import { hasContrast, setContrast } from './contrast.ts';

export function Footer() {
  const t = useText();
  const [strong, setStrong] = useState(hasContrast());
  const turn = () => {
    setContrast(!strong);
    setStrong(!strong);
  };
  return (
    <footer class="foot">
      <div class="wide">
        <nav aria-label={t(frame.footer)}>
          <a href="/app/verify">{t(frame.verify)}</a>
          <a href="/app/offices">{t(frame.offices)}</a>
          <a href="/app/help">{t(frame.help)}</a>
          <a href="/app/accessibility">{t(frame.accessibility)}</a>
          <a href="/app/privacy">{t(frame.privacy)}</a>
          <a href="/docs">API</a>
          <button type="button" class="link" onClick={turn}>
            {t(strong ? frame.usual : frame.contrast)}
          </button>
        </nav>
        <p>{t(frame.sources)}</p>
      </div>
    </footer>
  );
}
