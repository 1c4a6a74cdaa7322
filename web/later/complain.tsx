import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ErrorSummary } from '../form/error-summary.tsx';
import type { FieldSpec } from '../form/field-spec.ts';
import { FormField } from '../form/form-field.tsx';
import { useForm } from '../form/use-form.ts';
import { call, fromBase64, isProblem, lazy, Loaded, useAnswer, useText, type Answer } from '../kit.ts';
import { SignedWords } from '../parts/signed-words.tsx';
import { typedCopy } from '../parts/typed-copy.ts';
import { appealTexts } from '../texts/appeal.ts';
import type { SignPanelProps } from './sign-panel.tsx';

const SignPanel = lazy<SignPanelProps>('later/sign-panel');

type Complaining = NonNullable<Answer<'GET /requests/{id}'>['complaining']>;
type Told = { readonly ground: Complaining['grounds'][number]['ground']; readonly text: string };

export interface ComplainProps {
  /** Of the request. */
  readonly id: string;
  /** The BIN of the organisation in whose name they complain; `false`: for themselves. */
  readonly organisation: string | false;
  readonly complaining: Complaining;
  readonly cancel: () => void;
  readonly done: () => void;
}

const fieldsOf = ({ grounds, characters }: Complaining): readonly FieldSpec[] => [
  {
    ...{ name: 'ground', label: appealTexts.ground, required: true, length: { min: 1, max: 2 }, format: 'text' },
    ...{ kind: 'choice', choices: grounds.map(({ text }) => text) },
  },
  { name: 'text', label: appealTexts.text, required: true, length: { min: 10, max: characters }, format: 'text' },
];

/** A complaint: on which ground, the text, and the signature under both. What is typed survives a reload. */
export default function Complain({ id, organisation, complaining, cancel, done }: ComplainProps) {
  const t = useText();
  const fields = useMemo(() => fieldsOf(complaining), [complaining]);
  const copy = typedCopy(`complaint:${id}`);
  const form = useForm(fields, copy.get() ?? {});
  const [told, setTold] = useState<Told>();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), [told]);
  const goOn = () => {
    const { ground: chosen = '', text = '' } = form.values;
    const ground = complaining.grounds[Number(chosen) - 1]?.ground;
    if (!ground || text === '')
      return form.refuse(
        [...(ground ? [] : ['ground']), ...(text ? [] : ['text'])].map((name) => ({
          ...{ field: `/${name}`, rule: 'required', expected: '' },
        })),
      );
    if (text.length < 10 || text.length > complaining.characters)
      return form.refuse([{ field: '/text', rule: 'length', expected: '', given: text }]);
    return setTold({ ground, text });
  };
  return (
    <section id="complain">
      <h3 ref={heading} tabIndex={-1}>
        {t(appealTexts.complain)}
      </h3>
      {told ? (
        <Signing
          id={id}
          organisation={organisation}
          told={told}
          done={() => {
            copy.forget();
            done();
          }}
        />
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            goOn();
          }}
        >
          <p>{t(appealTexts.hint)}</p>
          <ErrorSummary lines={form.lines} attempt={form.attempt} />
          {fields.map((spec) => (
            <FormField
              key={spec.name}
              spec={spec}
              value={form.typed[spec.name] ?? ''}
              fault={form.faultOf(spec.name)}
              onInput={(value) => {
                form.type(spec.name, value);
                copy.set({ ...form.typed, [spec.name]: value });
              }}
            />
          ))}
          <p class="buttons">
            <button class="button">{t(appealTexts.goOn)}</button>
          </p>
        </form>
      )}
      <p class="buttons">
        {told && (
          <button type="button" class="button second" onClick={() => setTold(undefined)}>
            {t(appealTexts.change)}
          </button>
        )}
        <button type="button" class="link" onClick={cancel}>
          {t(appealTexts.cancel)}
        </button>
      </p>
    </section>
  );
}

interface SigningProps extends Pick<ComplainProps, 'organisation'> {
  readonly id: string;
  readonly told: Told;
  readonly done: () => void;
}

/** What is signed in both languages, the text, and the signature under it. */
function Signing({ id, organisation, told, done }: SigningProps) {
  const t = useText();
  const account = useAnswer('GET /account');
  const params = { id };
  const ask = () => call('POST /requests/{id}/complaint/signable', { params, body: told });
  return (
    <Loaded from={account}>
      {({ iin }) => (
        <>
          <SignedWords ask={ask} />
          <blockquote style={{ whiteSpace: 'pre-line' }}>{told.text}</blockquote>
          <SignPanel
            title={t(appealTexts.sign)}
            verb={t(appealTexts.sign)}
            who={{ iin, purpose: 'signature', organisation }}
            fileName="complaint.json"
            content={async () => {
              const signable = await ask();
              return isProblem(signable) ? signable : fromBase64(signable.content);
            }}
            submit={async (cms) => {
              const filed = await call('POST /requests/{id}/complaints', { params, body: { ...told, cms } });
              if (isProblem(filed)) return filed;
              done();
              return undefined;
            }}
          />
        </>
      )}
    </Loaded>
  );
}
