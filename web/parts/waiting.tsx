import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Notice, useText } from '../kit.ts';
import { panelTexts } from '../texts/signing-panel.ts';

/** Milliseconds after which a window without an answer may be one that nobody sees. */
const LONG = 120_000;

/** NCALayer asks for the key in its own window, which may be behind another. */
export function Waiting({ stop }: { readonly stop: () => void }) {
  const t = useText();
  const [isLong, setLong] = useState(false);
  const stopping = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => stopping.current?.focus(), []);
  useEffect(() => {
    if (isLong) return undefined;
    const timer = setTimeout(() => setLong(true), LONG);
    return () => clearTimeout(timer);
  }, [isLong]);
  return (
    <Notice kind={isLong ? 'warning' : 'information'}>
      <p>{t(panelTexts.waitNcalayer)}</p>
      <p role="alert">{isLong && t(panelTexts.hidden)}</p>
      <p class="meta">
        {isLong && (
          <button
            type="button"
            class="link"
            onClick={() => {
              setLong(false);
              stopping.current?.focus();
            }}
          >
            {t(panelTexts.wait)}
          </button>
        )}
        <button type="button" class="link" ref={stopping} onClick={stop}>
          {t(panelTexts.stop)}
        </button>
      </p>
    </Notice>
  );
}
