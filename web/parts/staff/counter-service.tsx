import { Loaded, useText } from '../../kit.ts';
import { counterTexts } from '../../texts/counter.ts';
import { Choice } from './choice.tsx';
import type { Counter } from './use-counter.ts';

/** What the visitor wants; the services of the last visitors are one press away. */
export function CounterService({ of: counter }: { readonly of: Counter }) {
  const t = useText();
  const { draft, form, offered, choose, recent, titleOf } = counter;
  return (
    <section class="card" aria-labelledby="what-title">
      <h2 id="what-title">{t(counterTexts.what)}</h2>
      <fieldset class="plain" disabled={draft.isFixed}>
        <legend class="unseen">{t(counterTexts.what)}</legend>
        <Loaded from={offered}>
          {({ services }) => (
            <Choice
              id="service"
              label={t(counterTexts.service)}
              value={form.typed['service'] ?? ''}
              fault={form.faultOf('service')}
              options={services.map(({ id, title }) => [id, t(title)])}
              onChange={(value) => void choose(value)}
            />
          )}
        </Loaded>
        {recent.length > 0 && (
          <p class="meta">
            {t(counterTexts.recent)}
            {recent.map((id, index) => (
              <button key={id} type="button" class="link" onClick={() => void choose(id)}>
                <kbd aria-hidden="true">{index + 1}</kbd> {titleOf(id)}
              </button>
            ))}
          </p>
        )}
      </fieldset>
    </section>
  );
}
