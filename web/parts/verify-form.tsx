import { useState } from 'preact/hooks';
import { goTo, useText } from '../kit.ts';
import { home } from '../texts/home.ts';

/** The number under the QR code of a document. */
export function VerifyForm({ first = '' }: { readonly first?: string }) {
  const t = useText();
  const [number, setNumber] = useState(first);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (number.trim()) goTo(`/app/verify?number=${encodeURIComponent(number.trim())}`);
      }}
    >
      <div class="field">
        <label for="number">{t(home.number)}</label>
        <p class="hint" id="number-hint">
          {t(home.underCode)}
        </p>
        <input
          id="number"
          required
          maxLength={80}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          aria-describedby="number-hint"
          value={number}
          onInput={({ currentTarget }) => setNumber(currentTarget.value)}
        />
      </div>
      <button class="button second">{t(home.check)}</button>
    </form>
  );
}
