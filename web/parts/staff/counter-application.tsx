import { BusyButton, useText } from '../../kit.ts';
import { counterTexts } from '../../texts/counter.ts';
import { channelNames } from '../../texts/words.ts';
import { Choice } from './choice.tsx';
import { CounterField } from './counter-field.tsx';
import type { Counter } from './use-counter.ts';

/** The application as the service asks for it. */
export function CounterApplication({ of: counter }: { readonly of: Counter }) {
  const t = useText();
  const { draft, form, type, service, asked, channels, channel, offices, office, show } = counter;
  return (
    <form
      class="card"
      noValidate
      aria-labelledby="form-title"
      onSubmit={(event) => {
        event.preventDefault();
        void show();
      }}
    >
      <h2 id="form-title">{t(counterTexts.form)}</h2>
      {!service && <p>{t(counterTexts.chooseFirst)}</p>}
      <fieldset class="plain" disabled={draft.isFixed}>
        <legend class="unseen">{t(counterTexts.form)}</legend>
        {channels.length > 1 && (
          <Choice
            id="channel"
            label={t(counterTexts.channel)}
            value={channel}
            fault={form.faultOf('channel')}
            options={channels.map((each) => [each.channel, t(channelNames[each.channel])])}
            onChange={(value) => type('channel', value)}
          />
        )}
        {offices.length > 1 && (
          <Choice
            id="office"
            label={t(counterTexts.office)}
            value={office}
            fault={form.faultOf('office')}
            options={offices.map(({ code, name }) => [code, name, 'ru'])}
            onChange={(value) => type('office', value)}
          />
        )}
      </fieldset>
      <div class="pairs">
        {asked.map((spec) => (
          <CounterField key={`${service?.id}-${spec.name}`} of={counter} spec={spec} />
        ))}
      </div>
      <p class="buttons">
        <BusyButton kind="second" isBusy={false} busy="">
          {t(counterTexts.show)} <kbd aria-hidden="true">F8</kbd>
        </BusyButton>
      </p>
    </form>
  );
}
