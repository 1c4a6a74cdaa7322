import { useState } from 'preact/hooks';
import { ErrorSummary } from '../form/error-summary.tsx';
import type { FieldSpec } from '../form/field-spec.ts';
import { FormField } from '../form/form-field.tsx';
import { useForm } from '../form/use-form.ts';
import {
  BusyButton,
  call,
  Icon,
  isProblem,
  Notice,
  Page,
  ProblemNotice,
  useText,
  useWhen,
  type Answer,
  type Problem,
} from '../kit.ts';
import { mailedTexts } from '../texts/mailed-result.ts';

const iin: FieldSpec = {
  ...{ name: 'iin', label: mailedTexts.iin, required: true, kind: 'iin' },
  ...{ length: { min: 12, max: 12 }, format: 'numeric' },
};

type Opened = Answer<'POST /mailed-results'>;

/** What the mailed address leads to. Nothing is asked of the server before somebody types the IIN. */
export default function Result() {
  const t = useText();
  // It stays in the address, so that the page may be loaded again; no server sees a fragment.
  const [key] = useState(() => location.hash.slice(1));
  const [opened, setOpened] = useState<Opened>();
  return (
    <Page title={t(mailedTexts.title)}>
      {key === '' && (
        <Notice kind="warning">
          <p>{t(mailedTexts.noKey)}</p>
        </Notice>
      )}
      {opened ? <Files opened={opened} /> : key !== '' && <Ask mailed={key} done={setOpened} />}
    </Page>
  );
}

interface AskProps {
  readonly mailed: string;
  readonly done: (opened: Opened) => void;
}

function Ask({ mailed, done }: AskProps) {
  const t = useText();
  const form = useForm([iin], {});
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const open = async () => {
    const typed = form.values['iin'];
    if (!typed) return form.refuse([{ field: '/iin', rule: 'required', expected: '' }]);
    setBusy(true);
    const found = await call('POST /mailed-results', { body: { key: mailed, iin: typed } });
    setBusy(false);
    if (!isProblem(found)) return done(found);
    const ofField = found.errors?.filter(({ field }) => field.endsWith('iin')) ?? [];
    setProblem(ofField.length > 0 ? undefined : found);
    return form.refuse(ofField);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void open();
      }}
    >
      <p>{t(mailedTexts.ask)}</p>
      <ErrorSummary lines={form.lines} attempt={form.attempt} />
      {problem && <ProblemNotice problem={problem} />}
      <FormField
        spec={iin}
        value={form.typed['iin'] ?? ''}
        fault={form.faultOf('iin')}
        onInput={(value) => form.type('iin', value)}
      />
      <p class="buttons">
        <BusyButton isBusy={isBusy} busy={t(mailedTexts.opening)}>
          {t(mailedTexts.open)}
        </BusyButton>
      </p>
    </form>
  );
}

function Files({ opened: { request, service, result, until, openingsLeft } }: { readonly opened: Opened }) {
  const t = useText();
  const when = useWhen();
  return (
    <section class="card" role="status">
      <h2>{t(mailedTexts.ready, { number: request })}</h2>
      <p>{t(service)}</p>
      <p>
        <a class="button" href={result.document.url}>
          <Icon name="down" /> {t(mailedTexts.document)}
        </a>
      </p>
      {result.signature && (
        <p>
          <a href={result.signature.url}>
            <Icon name="down" /> {t(mailedTexts.signature)}
          </a>
        </p>
      )}
      <p>
        <a href={`/app/verify?number=${result.number}`}>{t(mailedTexts.check)}</a>
      </p>
      <p class="small">{t(mailedTexts.minutes, { n: openingsLeft, until: when(until) })}</p>
    </section>
  );
}
