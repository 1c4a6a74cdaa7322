import { useState } from 'preact/hooks';
import { ErrorSummary } from '../form/error-summary.tsx';
import type { FieldSpec } from '../form/field-spec.ts';
import { FormField } from '../form/form-field.tsx';
import { useForm } from '../form/use-form.ts';
import {
  actions,
  BusyButton,
  call,
  isProblem,
  ProblemNotice,
  useSession,
  useText,
  type Answer,
  type Problem,
} from '../kit.ts';
import { Choice } from '../parts/staff/choice.tsx';
import { groundWords, type Ground } from '../../lib/domain/request/queue/ground-words.ts';
import { placesTexts } from '../texts/places.ts';

const organisation: FieldSpec = {
  name: 'organisation',
  label: placesTexts.organisation,
  required: true,
  length: { min: 2, max: 250 },
  format: 'text',
};
const keptFrom: FieldSpec = {
  name: 'keptFrom',
  label: placesTexts.keptFrom,
  required: true,
  length: { min: 10, max: 10 },
  format: 'text',
  kind: 'day',
};
const fields = [organisation, keptFrom];

export interface OfferPlaceProps {
  readonly line: Answer<'GET /queue'>['queue'][number];
  readonly done: (what: 'sent' | 'proposed') => void;
  readonly cancel: () => void;
}

/** Which place is offered, and how long it is reserved. Past others who wait longer, an officer proposes it to the head. */
export default function OfferPlace({ line: { id, number }, done, cancel }: OfferPlaceProps) {
  const t = useText();
  const form = useForm(fields, {});
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [ground, setGround] = useState<Ground | ''>('');
  const [isPast, setPast] = useState(false);
  const mayPropose = useSession()?.role === 'mio-officer';
  const offer = async () => {
    const missing = fields
      .filter(({ name }) => !form.values[name])
      .map(({ name }) => ({ field: `/${name}`, rule: 'required', expected: '' }));
    if (missing.length > 0) return form.refuse(missing);
    setBusy(true);
    const { organisation: where = '', keptFrom: day = '' } = form.values;
    const place = { organisation: where, keptFrom: day };
    const answer =
      isPast && ground
        ? await call('POST /requests/{id}/proposals', { params: { id }, body: { ...place, ground } })
        : await call('POST /requests/{id}/offers', { params: { id }, body: place });
    setBusy(false);
    if (!isProblem(answer)) return done('groundText' in answer ? 'proposed' : 'sent');
    if (answer.problem === 'offer/out-of-turn') setPast(mayPropose);
    setProblem(answer.errors ? undefined : answer);
    return form.refuse(answer.errors ?? []);
  };
  return (
    <form
      noValidate
      aria-label={t(placesTexts.offerTo, { number })}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void offer();
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
          onInput={(value) => form.type(spec.name, value)}
        />
      ))}
      {isPast && (
        <Choice
          id="ground"
          label={t(placesTexts.ground)}
          value={ground}
          fault={undefined}
          options={Object.entries(groundWords).map(([code, words]) => [code, t(words)])}
          onChange={(code) => setGround(code as Ground)}
        />
      )}
      <p class="buttons">
        <BusyButton isBusy={isBusy} busy={t(placesTexts.offering)}>
          {t(isPast && ground ? placesTexts.propose : placesTexts.offer)}
        </BusyButton>
        <button type="button" class="link" onClick={cancel}>
          {t(actions.back)}
        </button>
      </p>
    </form>
  );
}
