import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { remembered, useSession, useText } from '../kit.ts';
import { KeysDialog } from '../parts/staff/keys-dialog.tsx';
import { isPress, worksWhileTyping, type Cap } from '../parts/staff/press.ts';
import { keyTexts } from '../texts/keys.ts';

export interface Key {
  readonly cap: Cap;
  /** What it does (web/texts/keys.ts). */
  readonly does: keyof typeof keyTexts;
  /** For `1–9`, with the digit that was pressed. */
  readonly run: (digit: number) => void;
}

export interface KeysProps {
  readonly keys: readonly Key[];
}

/**
 * The keys of a page: handles them, names them in a line, lists them on "?". Each person can switch them off for
 * themselves on this device (WCAG 2.1.4).
 */
export default function Keys({ keys }: KeysProps) {
  const t = useText();
  const kept = remembered(`keys:${useSession()?.account ?? ''}`);
  const [isOn, setOn] = useState(kept.get() !== 'off');
  const [isOpen, setOpen] = useState(false);
  const current = useRef(keys);
  const all: readonly Key[] = [...keys, { cap: '?', does: 'list', run: () => setOpen(true) }];
  current.current = isOn ? all : [];
  // Not after the line has been drawn: whoever sees it presses.
  useLayoutEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || document.querySelector('dialog[open]')) return;
      for (const { cap, run } of current.current) {
        const pressed = isPress(cap, event);
        if (pressed === false || (isTyping(event.target) && !worksWhileTyping(cap))) continue;
        event.preventDefault();
        return run(Number(pressed));
      }
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);
  return (
    <div class="keys">
      <button type="button" class="link" onClick={() => setOpen(true)}>
        <kbd aria-hidden="true">?</kbd> {t(keyTexts.title)}
      </button>
      {isOn &&
        keys.map(({ cap, does }) => (
          <span key={cap} aria-hidden="true">
            <kbd>{cap}</kbd> {t(keyTexts[does])}
          </span>
        ))}
      {isOpen && (
        <KeysDialog
          lines={all.map(({ cap, does }) => [cap, t(keyTexts[does])])}
          isOn={isOn}
          turn={(on) => {
            kept.set(on ? 'on' : 'off');
            setOn(on);
          }}
          close={() => setOpen(false)}
        />
      )}
    </div>
  );
}

/** A letter that is pressed there is meant for the field. */
const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.matches('textarea, select, [contenteditable]') ||
    (target instanceof HTMLInputElement && !['radio', 'checkbox', 'button', 'file'].includes(target.type)));
