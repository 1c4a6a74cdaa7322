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
  readonly done: () => void;
  readonly cancel: () => void;
}

/** Which place is offered, and how long it is reserved. */
export default function OfferPlace({ line: { id, number }, done, cancel }: OfferPlaceProps) {
  const t = useText();
  const form = useForm(fields, {});
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [ground, setGround] = useState('');
  const isHead = useSession()?.role === 'mio-head';
  const offer = async () => {
    const missing = fields
      .filter(({ name }) => !form.values[name])
      .map(({ name }) => ({ field: `/${name}`, rule: 'required', expected: '' }));
    if (missing.length > 0) return form.refuse(missing);
    setBusy(true);
    const { organisation: where = '', keptFrom: day = '' } = form.values;
    const offered = await call('POST /requests/{id}/offers', {
      params: { id },
      body: { organisation: where, keptFrom: day, ...(ground && { ground: ground as Ground }) },
    });
    setBusy(false);
    setProblem(isProblem(offered) && !offered.errors ? offered : undefined);
    return isProblem(offered) ? form.refuse(offered.errors ?? []) : done();
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
      {isHead && problem?.problem === 'offer/out-of-turn' && (
        <Choice
          id="ground"
          label={t(placesTexts.ground)}
          value={ground}
          fault={undefined}
          options={Object.entries(groundWords).map(([code, words]) => [code, t(words)])}
          onChange={setGround}
        />
      )}
      <p class="buttons">
        <BusyButton isBusy={isBusy} busy={t(placesTexts.offering)}>
          {t(placesTexts.offer)}
        </BusyButton>
        <button type="button" class="link" onClick={cancel}>
          {t(actions.back)}
        </button>
      </p>
    </form>
  );
}
