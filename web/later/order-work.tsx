import { useState } from 'preact/hooks';
import { BusyButton, call, isProblem, ProblemNotice, useText, type Answer, type Problem } from '../kit.ts';
import { ErrorSummary } from '../form/error-summary.tsx';
import type { FieldSpec } from '../form/field-spec.ts';
import { FormField } from '../form/form-field.tsx';
import { useForm } from '../form/use-form.ts';
import { countOrdered, type Ordered } from '../parts/staff/count-ordered.ts';
import { Choice } from '../parts/staff/choice.tsx';
import { usePeople, type Person } from '../parts/staff/use-people.ts';
import type { Line } from '../parts/staff/take-work.ts';
import { orderTexts } from '../texts/order-work.ts';

export interface OrderWorkProps {
  readonly act: 'give' | 'recall';
  readonly lines: readonly Line[];
  /** Something has been done: the list has other lines now. */
  readonly done: (result: Ordered) => void;
  readonly stop: () => void;
}

const line = { required: true, format: 'text' } as const;
const toField: FieldSpec = { ...line, name: 'to', label: orderTexts.to, length: { min: 1, max: 64 } };
const groundField: FieldSpec = { ...line, name: 'ground', label: orderTexts.ground, length: { min: 3, max: 200 } };

/** The head gives chosen pieces of work to somebody, or takes them back, on one ground. */
export default function OrderWork({ act, lines, done, stop }: OrderWorkProps) {
  const t = useText();
  const { people = [] } = usePeople();
  const form = useForm(act === 'give' ? [toField, groundField] : [groundField], {});
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const order = async () => {
    const { to = '', ground = '' } = form.values;
    const missing = [...(act === 'give' && !to ? ['/to'] : []), ...(ground ? [] : ['/ground'])];
    if (missing.length > 0) return form.refuse(missing.map((field) => ({ field, rule: 'required', expected: '' })));
    setBusy(true);
    const answer = await send(act, to, lines, ground);
    setBusy(false);
    if (!isProblem(answer))
      return done(
        resultOf(
          answer,
          lines,
          people.find(({ account }) => account === to),
        ),
      );
    setProblem(answer.errors ? undefined : answer);
    return form.refuse(answer.errors ?? []);
  };
  return (
    <form
      noValidate
      aria-label={t(orderTexts[act])}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void order();
      }}
    >
      <ErrorSummary lines={form.lines} attempt={form.attempt} />
      {problem && <ProblemNotice problem={problem} />}
      {act === 'give' && (
        <Choice
          id="to"
          label={t(orderTexts.to)}
          value={form.typed['to'] ?? ''}
          fault={form.faultOf('to')}
          options={people.filter(isHere).map((person) => [person.account, loadOf(person, t)])}
          onChange={(account) => form.type('to', account)}
        />
      )}
      <FormField
        spec={groundField}
        value={form.typed['ground'] ?? ''}
        fault={form.faultOf('ground')}
        onInput={(value) => form.type('ground', value)}
      />
      <p class="small">{t(orderTexts.read)}</p>
      <p class="buttons">
        <BusyButton isBusy={isBusy} busy={t(orderTexts.doing)}>
          {t(orderTexts[act])}
        </BusyButton>
        <button type="button" class="button second" onClick={stop}>
          {t(orderTexts.stop)}
        </button>
      </p>
    </form>
  );
}

/** Nothing is given to somebody who is away; a commission decides by itself. */
const isHere = ({ absences, role }: Person) => role !== 'commission-member' && !absences.some(({ now }) => now);

const loadOf = ({ fullName, open }: Person, t: ReturnType<typeof useText>) =>
  t(orderTexts.load, { name: fullName, n: open });

function send(act: 'give' | 'recall', to: string, lines: readonly Line[], ground: string) {
  const work = lines.map(({ id, row, claimedBy }) => ({ id, row, ...(claimedBy && { claimedAt: claimedBy.at }) }));
  return act === 'give'
    ? call('POST /people/{account}/work', { params: { account: to }, body: { work, ground } })
    : call('POST /recalled-work', { body: { work, ground } });
}

const resultOf = (
  answer: Answer<'POST /recalled-work'>,
  lines: readonly Line[],
  person: Person | undefined,
): Ordered => ({
  ...countOrdered(answer, lines),
  name: person?.fullName,
});
