import { useText } from '../../kit.ts';
import { counterTexts } from '../../texts/counter.ts';
import { Choice } from './choice.tsx';
import { birthOf, visitor } from './counter-fields.ts';
import { CounterField } from './counter-field.tsx';
import type { Counter } from './use-counter.ts';

/** Who the visitor is. */
export function CounterVisitor({ of: counter }: { readonly of: Counter }) {
  const t = useText();
  const { draft, language, type, leaveVisitor, values } = counter;
  return (
    <form
      class="card"
      noValidate
      aria-labelledby="who-title"
      onSubmit={(event) => {
        event.preventDefault();
        leaveVisitor();
      }}
    >
      <h2 id="who-title">{t(counterTexts.who)}</h2>
      <fieldset class="plain" disabled={draft.isFixed}>
        <legend class="unseen">{t(counterTexts.who)}</legend>
        {[...visitor, ...birthOf(values['iin'] ?? '')].map((spec) => (
          <CounterField key={spec.name} of={counter} spec={spec} />
        ))}
        <Choice
          id="language"
          label={t(counterTexts.language)}
          value={language}
          options={[
            ['kk', 'Қазақша', 'kk'],
            ['ru', 'Русский', 'ru'],
          ]}
          isFilled
          onChange={(value) => type('language', value)}
        />
      </fieldset>
      <p class="small">{t(counterTexts.compare)}</p>
      <button type="submit" class="unseen" tabIndex={-1} aria-hidden="true" />
    </form>
  );
}
