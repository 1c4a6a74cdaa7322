import { useState } from 'preact/hooks';
import { ErrorSummary } from '../form/error-summary.tsx';
import type { FieldSpec } from '../form/field-spec.ts';
import { FormField } from '../form/form-field.tsx';
import { useForm } from '../form/use-form.ts';
import { BusyButton, call, isProblem, lazy, ProblemNotice, useAnswer, useText, type Problem } from '../kit.ts';
import { fetchFile } from '../parts/staff/fetch-file.ts';
import { useViewer, Viewer } from '../parts/staff/viewer.tsx';
import { typedCopy } from '../parts/typed-copy.ts';
import { complaintTexts } from '../texts/complaints.ts';
import { decisionTexts } from '../texts/decision.ts';
import { deskTexts } from '../texts/desk.ts';
import type { SignPanelProps, SignsOne } from './sign-panel.tsx';

const SignPanel = lazy<SignPanelProps>('later/sign-panel');

export interface ReplyFormProps {
  readonly request: string;
  readonly complaint: string;
  readonly done: () => void;
}

const outcomes = ['upheld', 'dismissed'] as const;
const fields: readonly FieldSpec[] = [
  {
    ...{ name: 'outcome', label: complaintTexts.outcome, required: true, length: { min: 1, max: 2 }, format: 'text' },
    ...{ kind: 'choice', choices: outcomes.map((outcome) => complaintTexts[outcome]) },
  },
  { name: 'text', label: complaintTexts.text, required: true, length: { min: 10, max: 3000 }, format: 'text' },
];

interface Written {
  readonly number: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The answer is written, shown as the document that it will be, and signed. */
export default function ReplyForm({ request, complaint, done }: ReplyFormProps) {
  const t = useText();
  const copy = typedCopy(`reply:${complaint}`);
  const form = useForm(fields, copy.get() ?? {});
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [written, setWritten] = useState<Written>();
  const params = { id: request, complaint };
  const write = async () => {
    const { outcome: chosen = '', text = '' } = form.values;
    const outcome = outcomes[Number(chosen) - 1];
    if (!outcome || text === '')
      return form.refuse(
        [...(outcome ? [] : ['outcome']), ...(text ? [] : ['text'])].map((name) => ({
          ...{ field: `/${name}`, rule: 'required', expected: '' },
        })),
      );
    setBusy(true);
    const body = { outcome, text };
    const made = await call('PUT /requests/{id}/complaints/{complaint}/answer', { params, body });
    const bytes = await fetchFile(isProblem(made) ? made : made.document);
    setBusy(false);
    if (isProblem(made)) {
      setProblem(made.errors ? undefined : made);
      return form.refuse(made.errors ?? []);
    }
    setProblem(isProblem(bytes) ? bytes : undefined);
    return isProblem(bytes) ? undefined : setWritten({ number: made.number, bytes });
  };
  if (written)
    return (
      <>
        <Signing
          written={written}
          submit={async (cms) => {
            const path = 'POST /requests/{id}/complaints/{complaint}/answer/signature';
            const signed = await call(path, { params, body: { cms } });
            if (isProblem(signed)) return signed;
            copy.forget();
            done();
            return undefined;
          }}
        />
        <p class="buttons">
          <button type="button" class="button second" onClick={() => setWritten(undefined)}>
            {t(complaintTexts.rewrite)}
          </button>
        </p>
      </>
    );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void write();
      }}
    >
      <ErrorSummary lines={form.lines} attempt={form.attempt} />
      {problem && <ProblemNotice problem={problem} />}
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
        <BusyButton isBusy={isBusy} busy={t(deskTexts.sending)}>
          {t(complaintTexts.prepare)}
        </BusyButton>
      </p>
      <p class="small">{t(decisionTexts.thenSign)}</p>
    </form>
  );
}

interface SigningProps {
  readonly written: Written;
  readonly submit: SignsOne['submit'];
}

/** The document as it will be given, and the signature over the same bytes. */
function Signing({ written: { number, bytes }, submit }: SigningProps) {
  const t = useText();
  const account = useAnswer('GET /account');
  const name = t(deskTexts.document, { number });
  const sheets = [{ id: number, name, type: 'application/pdf', read: async () => bytes }];
  const { keys: _, ...viewer } = useViewer(sheets);
  return (
    <>
      <Viewer sheets={sheets} title={name} {...viewer} />
      <p>{t(decisionTexts.readFirst)}</p>
      {account.value && (
        <SignPanel
          title={t(decisionTexts.signature)}
          verb={t(decisionTexts.sign)}
          who={{ iin: account.value.iin, purpose: 'signature' }}
          fileName={`${number}.pdf`}
          content={async () => bytes}
          submit={submit}
        />
      )}
    </>
  );
}
