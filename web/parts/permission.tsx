import { useLayoutEffect, useRef } from 'preact/hooks';
import { Notice, useText } from '../kit.ts';
import { panelTexts } from '../texts/signing-panel.ts';

/** Explains the browser's question before it asks: a refusal there is hard to take back. */
export function Permission({ goOn }: { readonly goOn: (yes: boolean) => void }) {
  const t = useText();
  const next = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => next.current?.focus(), []);
  return (
    <Notice kind="information" role="alert">
      <p>{t(panelTexts.permission)}</p>
      <p class="buttons">
        <button type="button" class="button" ref={next} onClick={() => goOn(true)}>
          {t(panelTexts.understood)}
        </button>
        <button type="button" class="link" onClick={() => goOn(false)}>
          {t(panelTexts.ratherNot)}
        </button>
      </p>
    </Notice>
  );
}
