import { useEffect } from 'preact/hooks';
import type { FieldError } from '../../lib/domain/problem/problem.ts';
import { ErrorSummary } from '../form/error-summary.tsx';
import type { FieldSpec } from '../form/field-spec.ts';
import { FormField } from '../form/form-field.tsx';
import { useForm } from '../form/use-form.ts';
import {
  BusyButton,
  call,
  isProblem,
  ProblemNotice,
  session,
  useSession,
  useState,
  useText,
  type Answer,
  type Problem,
} from '../kit.ts';
import { periodOf } from '../parts/days.ts';
import { Pages } from '../parts/pages.tsx';
import { PAGE } from '../parts/staff/asked.ts';
import { iinFault } from '../parts/staff/counter-fields.ts';
import { Desk } from '../parts/staff/desk.tsx';
import { OfficeChoice } from '../parts/staff/office-choice.tsx';
import { OfficeLines } from '../parts/staff/office-lines.tsx';
import { Select } from '../parts/staff/filters.tsx';
import { employeeTexts } from '../texts/employees.ts';
import { searchTexts } from '../texts/search.ts';

type Found = Answer<'POST /request-search'>;
/** What is sought; the API takes exactly one of them. */
const ways = ['number', 'iin', 'name'] as const;
type Way = (typeof ways)[number];
const wayTexts = { number: searchTexts.byNumber, iin: searchTexts.byIin, name: searchTexts.byName } as const;

const specs: Readonly<Record<Way, FieldSpec>> = {
  number: { name: 'number', label: searchTexts.number, required: true, length: { min: 1, max: 64 }, format: 'text' },
  iin: {
    ...{ name: 'iin', label: searchTexts.iin, required: true, length: { min: 12, max: 12 } },
    ...{ format: 'numeric', kind: 'iin' },
  },
  name: { name: 'name', label: searchTexts.name, required: true, length: { min: 2, max: 120 }, format: 'text' },
};
const office: FieldSpec = {
  ...{ name: 'office', label: employeeTexts.office, required: true, length: { min: 1, max: 64 }, format: 'text' },
};

interface Sought {
  readonly way: Way;
  readonly values: Readonly<Record<string, string>>;
}

/** The last search of this visit, for people who come back from a request. In memory alone: it may be a name or an IIN. */
let kept: (Sought & { readonly of: string }) | undefined;

/** Finds requests by number, IIN or name. What is sought never stands in the address. */
export default function SearchDesk() {
  const t = useText();
  const isAuditor = useSession()?.role === 'auditor';
  const of = session.get()?.account ?? '';
  const last = kept?.of === of ? kept : undefined;
  const [way, setWay] = useState<Way>(last?.way ?? 'number');
  const form = useForm([...ways.map((each) => specs[each]), office], last?.values ?? {});
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [found, setFound] = useState<{ readonly of: Sought; readonly first: Found }>();

  const find = async (sought: Sought) => {
    setBusy(true);
    const first = await call('POST /request-search', { body: bodyOf(sought) });
    setBusy(false);
    setProblem(isProblem(first) && !first.errors ? first : undefined);
    setFound(isProblem(first) ? undefined : { of: sought, first });
    if (isProblem(first)) form.refuse(first.errors ?? []);
    else kept = { ...sought, of };
  };
  useEffect(() => {
    if (last) void find(last);
  }, []);
  const submit = () => {
    const values = { ...form.typed, ...form.values };
    const wrong = [
      ...faultsOf(way, values),
      ...(isAuditor && way === 'name' && !values['office'] ? [missing('office')] : []),
    ];
    form.refuse(wrong);
    if (wrong.length === 0) void find({ way, values });
  };
  return (
    <Desk title={t(searchTexts.title)} facts={<span class="small">{t(searchTexts.noted)}</span>}>
      <ErrorSummary lines={form.lines} attempt={form.attempt} />
      <form
        class="filters"
        role="search"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) submit();
        }}
      >
        <Select
          id="way"
          label={t(searchTexts.by)}
          value={way}
          options={ways.map((each) => [each, t(wayTexts[each])])}
          choose={(value) => {
            form.refuse([]);
            setWay(value as Way);
          }}
        />
        <FormField
          key={way}
          spec={specs[way]}
          value={form.typed[way] ?? ''}
          fault={form.faultOf(way)}
          onInput={(value) => form.type(way, value)}
        />
        {way === 'name' &&
          (['since', 'until'] as const).map((name) => (
            <div class="field" key={name}>
              <label for={name}>{t(searchTexts[name])}</label>
              <input
                id={name}
                type="date"
                value={form.typed[name] ?? ''}
                onInput={({ currentTarget }) => form.type(name, currentTarget.value)}
              />
            </div>
          ))}
        {way === 'name' && isAuditor && (
          <OfficeChoice
            value={form.typed['office'] ?? ''}
            fault={form.faultOf('office')}
            onChange={(value) => form.type('office', value)}
          />
        )}
        <BusyButton isBusy={isBusy} busy={t(searchTexts.finding)}>
          {t(searchTexts.find)}
        </BusyButton>
      </form>
      {problem && <ProblemNotice problem={problem} again={submit} />}
      {found && <Results of={found.of} first={found.first} />}
    </Desk>
  );
}

function Results({ of, first }: { readonly of: Sought; readonly first: Found }) {
  const t = useText();
  const load = (from: string) => call('POST /request-search', { body: { ...bodyOf(of), from } });
  return (
    <Pages first={first} load={load}>
      {(pages) => {
        const lines = pages.flatMap(({ requests }) => requests);
        const isAll = pages.at(-1)?.next === undefined;
        return (
          <>
            <p class={lines.length > 0 ? 'small' : 'nothing'} role="status">
              {lines.length > 0
                ? t(searchTexts.found, { n: lines.length }) + (isAll ? '' : '+')
                : t(isAll ? searchTexts.none : searchTexts.noneYet)}
            </p>
            {lines.length > 0 && <OfficeLines caption={t(searchTexts.title)} lines={lines} />}
          </>
        );
      }}
    </Pages>
  );
}

const missing = (name: string): FieldError => ({ field: `/${name}`, rule: 'required', expected: '' });

function faultsOf(way: Way, values: Sought['values']): FieldError[] {
  const given = values[way]?.trim() ?? '';
  if (way === 'iin') return iinFault(given);
  const { min, max } = specs[way].length;
  if (given === '') return [missing(way)];
  return given.length < min || given.length > max
    ? [{ field: `/${way}`, rule: 'length', expected: `${min}–${max}`, given }]
    : [];
}

function bodyOf({ way, values }: Sought) {
  const body = { limit: PAGE, [way]: values[way]?.trim() };
  if (way !== 'name') return body;
  return {
    ...body,
    ...periodOf(values['since'], values['until']),
    ...(values['office'] && { office: values['office'] }),
  };
}
