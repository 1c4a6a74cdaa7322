import { goTo, useState, useText } from '../../kit.ts';
import { placesTexts } from '../../texts/places.ts';

/** A long queue is shown from a place on. */
export function AtPlace({ of }: { readonly of: number }) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const at = Number(typed);
  return (
    <form
      class="filters"
      onSubmit={(event) => {
        event.preventDefault();
        if (at >= 1) goTo(`/app/places?at=${at}`);
      }}
    >
      <div class="field">
        <label for="at">{t(placesTexts.at)}</label>
        <input
          id="at"
          inputMode="numeric"
          autocomplete="off"
          size={String(of).length + 3}
          maxLength={7}
          value={typed}
          onInput={({ currentTarget }) => setTyped(currentTarget.value.replaceAll(/\D/g, ''))}
        />
      </div>
      <button class="button second">{t(placesTexts.show)}</button>
    </form>
  );
}
