import { useEffect, useRef } from 'preact/hooks';
import { useText } from '../../kit.ts';
import { keyTexts } from '../../texts/keys.ts';

interface Props {
  readonly lines: readonly (readonly [cap: string, does: string])[];
  readonly isOn: boolean;
  readonly turn: (on: boolean) => void;
  readonly close: () => void;
}

/** Which keys do what on this page, and the switch. */
export function KeysDialog({ lines, isOn, turn, close }: Props) {
  const t = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby="keys-title" onClose={close}>
      <h2 id="keys-title">{t(keyTexts.title)}</h2>
      <label class="choice">
        <input type="checkbox" checked={isOn} onChange={({ currentTarget }) => turn(currentTarget.checked)} />
        <span>
          {t(keyTexts.isOn)}
          <small>{t(keyTexts.hint)}</small>
        </span>
      </label>
      <dl class="keys-list">
        {lines.map(([cap, does]) => (
          <div key={cap}>
            <dt>
              <kbd>{cap}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p class="buttons">
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          {t(keyTexts.close)}
        </button>
      </p>
    </dialog>
  );
}
