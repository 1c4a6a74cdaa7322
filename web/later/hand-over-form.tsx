import { useState } from 'preact/hooks';
import type { Bilingual } from '../../lib/domain/language/bilingual.ts';
import { identityDocuments, recipients } from '../../lib/domain/output/recipient-words.ts';
import { ErrorSummary } from '../form/error-summary.tsx';
import type { FieldSpec } from '../form/field-spec.ts';
import { FormField } from '../form/form-field.tsx';
import { useForm } from '../form/use-form.ts';
import { BusyButton, call, isProblem, useText, type Answer, type Problem } from '../kit.ts';
import { Receipt } from '../parts/staff/receipt.tsx';
import { WorkProblem } from '../parts/staff/work-problem.tsx';
import { deskTexts } from '../texts/desk.ts';
import { handOverTexts } from '../texts/hand-over.ts';
import { taskAsks, taskDone } from '../texts/tasks.ts';

const line = (name: keyof typeof handOverTexts, max: number, more: Partial<FieldSpec> = {}): FieldSpec => ({
  ...{ name, label: handOverTexts[name], required: true, length: { min: 1, max }, format: 'text' },
  ...more,
});
const day = (name: keyof typeof handOverTexts) => line(name, 10, { length: { min: 10, max: 10 }, kind: 'day' });
/** A choice is answered by its place in the list. */
const choice = (name: keyof typeof handOverTexts, choices: readonly Bilingual[]) =>
  line(name, 2, { kind: 'choice', choices: [...choices] });
const who = choice('who', Object.values(recipients));
const kind = choice('kind', Object.values(identityDocuments));
const shown = [kind, line('number', 40)];
const acting = [
  line('iin', 12, { format: 'numeric', kind: 'iin', length: { min: 12, max: 12 } }),
  line('fullName', 150),
  line('powerNumber', 60),
  day('powerIssuedOn'),
  day('powerUntil'),
];
const FIRST = '1';

type Recipient = NonNullable<
  NonNullable<NonNullable<Parameters<typeof call<'POST /work/{id}/completion'>>[1]>['body']>['recipient']
>;
type Delivery = Answer<'GET /requests/{id}/delivery'>['receipt'];

export interface HandOverProps {
  readonly id: string;
  /** Who acts for the applicant in the request. */
  readonly representative: Answer<'GET /requests/{id}'>['representative'];
  readonly done: () => void;
  readonly reload: () => void;
}

/** Who gets the document, and by what; then the paper that they sign, where the decree has one. */
export default function HandOverForm({ id, representative, done, reload }: HandOverProps) {
  const t = useText();
  const form = useForm([who, ...shown, ...acting], firstOf(representative));
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [receipt, setReceipt] = useState<Delivery>();
  const isOther = form.values['who'] !== FIRST;
  const fields = [who, ...shown, ...(isOther ? acting : [])];
  const handOver = async () => {
    const missing = fields
      .filter(({ name }) => !form.values[name])
      .map(({ name }) => ({ field: `/${name}`, rule: 'required', expected: '' }));
    if (missing.length > 0) return form.refuse(missing);
    setBusy(true);
    const body = { recipient: recipientOf(form.values, isOther) };
    const sent = await call('POST /work/{id}/completion', { params: { id }, body });
    const paper = isProblem(sent) ? undefined : await call('GET /requests/{id}/delivery', { params: { id } });
    setBusy(false);
    if (isProblem(sent)) {
      setProblem(sent.errors ? undefined : sent);
      return form.refuse(sent.errors ?? []);
    }
    return paper && !isProblem(paper) ? setReceipt(paper.receipt) : done();
  };
  if (receipt) return <Receipt receipt={receipt} printed={done} />;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void handOver();
      }}
    >
      <p>{t(taskAsks['hand-over'])}</p>
      <ErrorSummary lines={form.lines} attempt={form.attempt} />
      {problem && <WorkProblem problem={problem} reload={reload} />}
      {fields.map((spec) => (
        <FormField
          key={spec.name}
          spec={spec}
          value={form.typed[spec.name] ?? ''}
          fault={form.faultOf(spec.name)}
          onInput={(value) => form.type(spec.name, value)}
        />
      ))}
      <p class="buttons">
        <BusyButton isBusy={isBusy} busy={t(deskTexts.sending)}>
          {t(taskDone['hand-over'])}
        </BusyButton>
      </p>
    </form>
  );
}

/** Whoever acts in the request is expected to come; the employee changes it if somebody else does. */
function firstOf(representative: HandOverProps['representative']): Readonly<Record<string, string>> {
  if (!representative) return { who: FIRST, kind: FIRST };
  const { iin, fullName, power } = representative;
  const { number: powerNumber, issuedOn: powerIssuedOn, until: powerUntil } = power;
  return { who: '2', kind: FIRST, iin, fullName, powerNumber, powerIssuedOn, powerUntil };
}

function recipientOf(values: Readonly<Record<string, string>>, isOther: boolean): Recipient {
  const of = (name: string) => values[name] ?? '';
  const kinds = Object.keys(identityDocuments) as Recipient['document']['kind'][];
  const document = { kind: kinds[Number(of('kind')) - 1]!, number: of('number') };
  if (!isOther) return { who: 'applicant', document };
  return {
    ...{ who: 'representative', document, iin: of('iin'), fullName: of('fullName') },
    ...{ powerNumber: of('powerNumber'), powerIssuedOn: of('powerIssuedOn'), powerUntil: of('powerUntil') },
  };
}
