import { FormField } from '../form/form-field.tsx';
import { call, useState, useText, type Answer } from '../kit.ts';
import { SignWord } from '../parts/sign-word.tsx';
import { useOpened } from '../parts/staff/use-opened.ts';
import { reopeningTexts } from '../texts/reopening.ts';

type Reopening = NonNullable<Answer<'GET /statuses/{number}'>['reopening']>;

export interface ReopenProps {
  readonly reopening: Reopening;
  readonly done: () => void;
}

/** The head withdraws a refusal on a ground, by a signed word. */
export default function Reopen({ reopening: { request, grounds }, done }: ReopenProps) {
  const t = useText();
  const { isOpen, setOpen, heading, opener } = useOpened();
  const [chosen, setChosen] = useState('');
  const [isSigning, setSigning] = useState(false);
  const params = { id: request };
  const ground = grounds[Number(chosen) - 1]?.ground;
  if (!isOpen)
    return (
      <p class="buttons">
        <button ref={opener} type="button" class="button second" onClick={() => setOpen(true)}>
          {t(reopeningTexts.title)}
        </button>
      </p>
    );
  return (
    <section id="reopen">
      <h3 ref={heading} tabIndex={-1}>
        {t(reopeningTexts.title)}
      </h3>
      <p>{t(reopeningTexts.explain)}</p>
      <FormField
        spec={{
          ...{ name: 'ground', label: reopeningTexts.ground, required: true, kind: 'choice', format: 'text' },
          ...{ length: { min: 1, max: 2 }, choices: grounds.map(({ text }) => text) },
        }}
        value={chosen}
        fault={undefined}
        onInput={(value) => {
          setChosen(value);
          setSigning(false);
        }}
      />
      {ground && isSigning && (
        <SignWord
          key={ground}
          ask={() => call('POST /requests/{id}/reopening/signable', { params, body: { ground } })}
          send={(cms) => call('POST /requests/{id}/reopening', { params, body: { ground, cms } })}
          verb={t(reopeningTexts.sign)}
          fileName="reopening.json"
          done={done}
        />
      )}
      <p class="buttons">
        {ground && !isSigning && (
          <button
            type="button"
            class="button"
            onClick={() => {
              heading.current?.focus();
              setSigning(true);
            }}
          >
            {t(reopeningTexts.goOn)}
          </button>
        )}
        <button
          type="button"
          class="button second"
          onClick={() => {
            setSigning(false);
            setOpen(false);
          }}
        >
          {t(reopeningTexts.stay)}
        </button>
      </p>
    </section>
  );
}
