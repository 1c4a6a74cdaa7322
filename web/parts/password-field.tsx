import { useState } from 'preact/hooks';
import { Icon, useText } from '../kit.ts';
import { passwordTexts } from '../texts/password.ts';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly fault?: string | undefined;
  readonly isNew?: boolean;
  readonly value: string;
  readonly onInput: (value: string) => void;
}

/** A password that can be shown while it is typed. */
export function PasswordField({ id, label, hint, fault, isNew = false, value, onInput }: Props) {
  const t = useText();
  const [isShown, setShown] = useState(false);
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ') || undefined;
  const line = {
    id,
    value,
    autocomplete: isNew ? ('new-password' as const) : ('current-password' as const),
    autocapitalize: 'none' as const,
    spellcheck: false,
    size: 24,
    maxLength: 128,
    'aria-describedby': described,
    'aria-invalid': fault ? ('true' as const) : undefined,
    onInput: ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => onInput(currentTarget.value),
  };
  return (
    <div class={fault ? 'field wrong' : 'field'}>
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault && (
        <p class="fault" id={`${id}-fault`}>
          <Icon name="stop" /> {fault}
        </p>
      )}
      {isShown ? <input type="text" {...line} /> : <input type="password" {...line} />}
      <label class="choice">
        <input type="checkbox" checked={isShown} onChange={({ currentTarget }) => setShown(currentTarget.checked)} />
        <span>{t(passwordTexts.show)}</span>
      </label>
    </div>
  );
}
