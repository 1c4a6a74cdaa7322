import { useState } from 'preact/hooks';
import { ErrorSummary } from '../../form/error-summary.tsx';
import type { FieldSpec } from '../../form/field-spec.ts';
import { FormField } from '../../form/form-field.tsx';
import { useForm } from '../../form/use-form.ts';
import {
  actions,
  BusyButton,
  call,
  isProblem,
  Loaded,
  Notice,
  Page,
  ProblemNotice,
  useAnswer,
  useText,
  useWhen,
  type Answer,
  type PageProps,
  type Problem,
} from '../../kit.ts';
import { deskTexts } from '../../texts/desk.ts';
import { placesTexts } from '../../texts/places.ts';

/** Who waits for a place at the office, the earliest submission first. */
export default function Places({ query }: PageProps) {
  const t = useText();
  const from = query.get('from') ?? undefined;
  const found = useAnswer('GET /queue', { query: { limit: 50, ...(from && { from }) } });
  const [sent, setSent] = useState(false);
  return (
    <Page title={t(placesTexts.title)}>
      {sent && (
        <Notice kind="success" role="status">
          {t(placesTexts.sent)}
        </Notice>
      )}
      <Loaded from={found}>
        {({ service, queue, next }) => (
          <>
            {queue.length === 0 && <p>{t(service === undefined ? placesTexts.none : placesTexts.empty)}</p>}
            {queue.length > 0 && (
              <ol class="rows">
                {queue.map((line) => (
                  <Line
                    key={line.id}
                    line={line}
                    done={() => {
                      setSent(true);
                      found.reload();
                    }}
                  />
                ))}
              </ol>
            )}
            <p class="buttons">
              {from && <a href="/app/places">{t(deskTexts.toStart)}</a>}
              {next && <a href={`/app/places?from=${encodeURIComponent(next)}`}>{t(deskTexts.nextPage)}</a>}
            </p>
          </>
        )}
      </Loaded>
    </Page>
  );
}

type Waiting = Answer<'GET /queue'>['queue'][number];

function Line({ line, done }: { readonly line: Waiting; readonly done: () => void }) {
  const t = useText();
  const when = useWhen();
  const [isOpen, setOpen] = useState(false);
  const { position, number, submittedAt, offer } = line;
  return (
    <li>
      <h2 class="line">
        {position}. {number}
      </h2>
      <p class="small">{t(placesTexts.since, { when: when(submittedAt) })}</p>
      {offer && <p>{t(placesTexts.offered, { organisation: offer.organisation, when: when(offer.dueAt) })}</p>}
      {!offer && !isOpen && (
        <button type="button" class="button second" onClick={() => setOpen(true)}>
          {t(placesTexts.offer)}
          <span class="unseen"> {number}</span>
        </button>
      )}
      {!offer && isOpen && <OfferForm line={line} done={done} cancel={() => setOpen(false)} />}
    </li>
  );
}

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

interface OfferProps {
  readonly line: Waiting;
  readonly done: () => void;
  readonly cancel: () => void;
}

function OfferForm({ line: { id, number }, done, cancel }: OfferProps) {
  const t = useText();
  const form = useForm(fields, {});
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const offer = async () => {
    const missing = fields
      .filter(({ name }) => !form.values[name])
      .map(({ name }) => ({ field: `/${name}`, rule: 'required', expected: '' }));
    if (missing.length > 0) return form.refuse(missing);
    setBusy(true);
    const { organisation: where = '', keptFrom: day = '' } = form.values;
    const offered = await call('POST /requests/{id}/offers', {
      params: { id },
      body: { organisation: where, keptFrom: day },
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
