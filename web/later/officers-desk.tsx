import {
  BusyButton,
  call,
  isProblem,
  Loaded,
  ProblemNotice,
  useAnswer,
  useState,
  useText,
  type Answer,
  type Problem,
} from '../kit.ts';
import { writeShortDay } from '../../lib/domain/language/dates.ts';
import { ErrorSummary } from '../form/error-summary.tsx';
import type { FieldSpec } from '../form/field-spec.ts';
import { FormField } from '../form/form-field.tsx';
import { useForm } from '../form/use-form.ts';
import { Desk } from '../parts/staff/desk.tsx';
import { officerTexts } from '../texts/officers.ts';

type Officer = Answer<'GET /mandates'>['officers'][number];

/** Who may sign instead of the head, and until when. */
export default function OfficersDesk() {
  const t = useText();
  const found = useAnswer('GET /mandates');
  return (
    <Desk title={t(officerTexts.title)}>
      <p>{t(officerTexts.intro)}</p>
      <Loaded from={found}>
        {({ officers }) =>
          officers.length === 0 ? <p>{t(officerTexts.none)}</p> : <Lines officers={officers} changed={found.reload} />
        }
      </Loaded>
    </Desk>
  );
}

interface LineProps<What> {
  readonly changed: () => void;
  readonly officer: What;
}

function Lines({ officers, changed }: { readonly officers: readonly Officer[]; readonly changed: () => void }) {
  const t = useText();
  return (
    <table class="queue" role="table">
      <caption class="unseen">{t(officerTexts.title)}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {(['who', 'right', 'act'] as const).map((name) => (
            <th key={name} scope="col" role="columnheader">
              {t(officerTexts[name])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {officers.map((officer) => (
          <Line key={officer.account} officer={officer} changed={changed} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ officer, changed }: LineProps<Officer>) {
  const t = useText();
  const { fullName, position, mandate } = officer;
  const day = mandate && writeShortDay(mandate.lastDay);
  const right = day ? t(mandate.over ? officerTexts.over : officerTexts.until, { day }) : t(officerTexts.no);
  return (
    <tr role="row">
      <td role="cell" data-label={t(officerTexts.who)}>
        {fullName}
        {position !== undefined && <div class="small">{position}</div>}
      </td>
      <td role="cell" data-label={t(officerTexts.right)}>
        {right}
      </td>
      <td role="cell" class="act">
        <Acts officer={officer} changed={changed} />
      </td>
    </tr>
  );
}

/** What can be done; taking is asked about first. */
function Acts({ officer: { account, fullName, mandate }, changed }: LineProps<Officer>) {
  const t = useText();
  const [asked, setAsked] = useState<'give' | 'take'>();
  const done = () => {
    setAsked(undefined);
    changed();
  };
  const one = { account, name: fullName, done, stop: () => setAsked(undefined) };
  if (asked === 'give') return <Give {...one} lastDay={mandate?.lastDay} />;
  if (asked === 'take') return <Take {...one} />;
  return (
    <>
      {(mandate ? (['change', 'take'] as const) : (['give'] as const)).map((act) => (
        <button key={act} type="button" class="link" onClick={() => setAsked(act === 'take' ? 'take' : 'give')}>
          {t(officerTexts[act])}
          <span class="unseen">: {fullName}</span>
        </button>
      ))}
    </>
  );
}

interface Act {
  readonly account: string;
  readonly name: string;
  readonly done: () => void;
  readonly stop: () => void;
}

const lastDayField: FieldSpec = {
  name: 'lastDay',
  label: officerTexts.lastDay,
  required: true,
  length: { min: 10, max: 10 },
  format: 'text',
  kind: 'day',
};

function Give({ account, name, lastDay = '', done, stop }: Act & { readonly lastDay: string | undefined }) {
  const t = useText();
  const form = useForm([lastDayField], { lastDay });
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const give = async () => {
    const { lastDay: day } = form.values;
    if (!day) return form.refuse([{ field: '/lastDay', rule: 'required', expected: '' }]);
    setBusy(true);
    const answer = await call('PUT /mandates/{account}', { params: { account }, body: { lastDay: day } });
    setBusy(false);
    if (!isProblem(answer)) return done();
    setProblem(answer.errors ? undefined : answer);
    return form.refuse(answer.errors ?? []);
  };
  return (
    <form
      noValidate
      aria-label={t(officerTexts.giving, { name })}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void give();
      }}
    >
      <ErrorSummary lines={form.lines} attempt={form.attempt} />
      {problem && <ProblemNotice problem={problem} />}
      <FormField
        spec={lastDayField}
        value={form.typed['lastDay'] ?? ''}
        fault={form.faultOf('lastDay')}
        onInput={(value) => form.type('lastDay', value)}
      />
      <p class="buttons">
        <BusyButton isBusy={isBusy} busy={t(officerTexts.doing)}>
          {t(officerTexts.give)}
        </BusyButton>
        <button type="button" class="button second" onClick={stop}>
          {t(officerTexts.back)}
        </button>
      </p>
    </form>
  );
}

function Take({ account, name, done, stop }: Act) {
  const t = useText();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const take = async () => {
    setBusy(true);
    const answer = await call('DELETE /mandates/{account}', { params: { account } });
    setBusy(false);
    if (isProblem(answer)) setProblem(answer);
    else done();
  };
  return (
    <div role="group">
      <p>{t(officerTexts.sure, { name })}</p>
      {problem && <ProblemNotice problem={problem} />}
      <BusyButton isBusy={isBusy} busy={t(officerTexts.doing)} kind="danger" onClick={() => void take()}>
        {t(officerTexts.yes)}
      </BusyButton>{' '}
      <button type="button" class="button second" onClick={stop}>
        {t(officerTexts.back)}
      </button>
    </div>
  );
}
