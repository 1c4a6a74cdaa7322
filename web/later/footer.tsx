import { useState } from 'preact/hooks';
import { hasContrast, setContrast, useText } from '../kit.ts';
import { footer } from '../texts/footer.ts';

/** Below every page; it comes after what people came for. */
export default function Footer() {
  const t = useText();
  const [strong, setStrong] = useState(hasContrast());
  const turn = () => {
    setContrast(!strong);
    setStrong(!strong);
  };
  return (
    <footer class="foot">
      <div class="wide">
        <nav aria-label={t(footer.name)}>
          <a href="/app/verify">{t(footer.verify)}</a>
          <a href="/app/offices">{t(footer.offices)}</a>
          <a href="/app/indicators">{t(footer.indicators)}</a>
          <a href="/app/help">{t(footer.help)}</a>
          <a href="/app/accessibility">{t(footer.accessibility)}</a>
          <a href="/app/privacy">{t(footer.privacy)}</a>
          <a href="/docs">API</a>
          <button type="button" class="link" onClick={turn}>
            {t(strong ? footer.usual : footer.contrast)}
          </button>
        </nav>
        <p>{t(footer.sources)}</p>
      </div>
    </footer>
  );
}
