import { useEffect, useRef, useState } from 'preact/hooks';
import { useText } from '../kit.ts';
import type { SessionDialogProps } from '../frame/session-watch.tsx';
import { sessionTexts } from '../texts/session.ts';
import { SignInForm } from '../parts/sign-in-form.tsx';

/** The person signs in again in this dialog; after the end, a session cannot be extended. */
export default function SessionDialog({ minutes, close }: SessionDialogProps) {
  const t = useText();
  const isOver = minutes === undefined;
  const [isSigningIn, setSigningIn] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const focused = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (focused instanceof HTMLElement) focused.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      aria-labelledby="session-title"
      onCancel={(event) => {
        event.preventDefault();
        if (!isOver) close();
      }}
    >
      <h2 id="session-title">{isOver ? t(sessionTexts.over) : t(sessionTexts.soon, { n: minutes })}</h2>
      <p>{t(isOver ? sessionTexts.overText : sessionTexts.soonText)}</p>
      {isSigningIn ? (
        <SignInForm done={close} />
      ) : (
        <p class="buttons">
          <button type="button" class="button" onClick={() => setSigningIn(true)}>
            {t(isOver ? sessionTexts.again : sessionTexts.now)}
          </button>
          {!isOver && (
            <button type="button" class="button second" onClick={close}>
              {t(sessionTexts.later)}
            </button>
          )}
        </p>
      )}
    </dialog>
  );
}
