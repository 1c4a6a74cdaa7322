import { Fragment } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { fieldsIn } from '../../lib/domain/regulation/fields-in.ts';
import type { FieldError } from '../../lib/domain/problem/problem.ts';
import type { FieldSpec } from '../form/field-spec.ts';
import { FormField } from '../form/form-field.tsx';
import { isWrong, sentOf, typedOf } from '../form/rows.ts';
import { useForm } from '../form/use-form.ts';
import {
  BusyButton,
  Icon,
  actions,
  call,
  goTo,
  isProblem,
  lazy,
  load,
  Page,
  rename,
  useText,
  useWhen,
  type Answer,
  type Problem,
} from '../kit.ts';
import type { ErrorSummaryProps } from '../later/error-summary.tsx';
import type { ApplyAsProps } from '../later/apply-as.tsx';
import type { FieldMarkProps } from '../later/field-mark.tsx';
import type { RegisterFillProps } from '../later/register-fill.tsx';
import type { SaveProblemProps } from '../later/save-problem.tsx';
import { Ended } from './ended.tsx';
import { applyTexts } from '../texts/apply.ts';
import { OfficeField } from './office-field.tsx';
import { StepsCard } from './steps-card.tsx';
import { stepsOf } from './steps-of.ts';
import { typedCopy } from './typed-copy.ts';

const ErrorSummary = lazy<ErrorSummaryProps>('later/error-summary');
const ApplyAs = lazy<ApplyAsProps>('later/apply-as');
const SaveProblem = lazy<SaveProblemProps>('later/save-problem');
const RegisterFill = lazy<RegisterFillProps>('later/register-fill');
const FieldMark = lazy<FieldMarkProps>('later/field-mark');

type Request = Answer<'GET /requests/{id}'>;
type Rules = typeof import('../later/check-form.ts');

const binOf = ({ applyAs, bin = '' }: Readonly<Record<string, string>>) =>
  applyAs === '2' ? bin.replaceAll(/\s/gu, '') : undefined;

interface Props {
  readonly service: Answer<'GET /services/{service}'>;
  readonly account: Answer<'GET /account'>;
  readonly draft?: Request;
}

/** It is chosen and not typed; its name is in the error summary. */
const officeSpec: FieldSpec = {
  name: 'office',
  label: applyTexts.office,
  required: true,
  length: { min: 1, max: 64 },
  format: 'text',
};

/**
 * The form on one page. Valid values are saved on the server as the person goes along; invalid ones stay in the tab.
 */
export function ApplyForm({ service: whole, account, draft: begun }: Props) {
  const service = { ...whole, fields: fieldsIn(whole.fields, 'portal') };
  const t = useText();
  const when = useWhen();
  const [draft, setDraft] = useState(begun);
  const copy = typedCopy(draft?.id ?? service.id);
  const own = Object.fromEntries(
    service.fields.filter(({ meaning }) => meaning === 'applicant-iin').map(({ name }) => [name, account.iin]),
  );
  const form = useForm([...service.fields, officeSpec], {
    ...draft?.form,
    ...(draft?.organisation && { applyAs: '2', bin: draft.organisation.bin }),
    ...copy.get(),
    ...own,
  });
  const [office, setOffice] = useState(draft?.office ?? (service.offices.length === 1 ? service.offices[0]!.code : ''));
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [saved, setSaved] = useState('');
  /** Fields that a register has filled are drawn anew: a day's three parts are typed by themselves. */
  const [fillings, setFill] = useState(0);
  const registers = [...new Set(service.fields.flatMap(({ from }) => from?.register ?? []))];
  /** The last saved version, and the save that is running: one at a time, because each names the version before it. */
  const last = useRef({ formVersion: begun?.formVersion, done: Promise.resolve<unknown>(0) }).current;
  useLayoutEffect(() => {
    const wanted = new URL(location.href).searchParams.get('field');
    if (wanted) document.getElementById(wanted)?.focus();
  }, []);
  const asked = service.fields.filter(({ meaning }) => meaning !== 'applicant-iin');
  const isFixed = (draft?.attachments.length ?? 0) > 0;
  /** Of the organisation in whose name they apply. */
  const bin = isFixed ? draft?.organisation?.bin : binOf(form.typed);
  const steps = stepsOf(service);

  const type = (name: string, value: string, changed = name) => {
    form.type(name, value, changed);
    copy.set({ ...form.typed, [name]: value });
  };
  /** Values of a draft that was saved elsewhere. */
  const take = (formVersion: Request['formVersion'], values: Readonly<Record<string, string>>) => {
    last.formVersion = formVersion;
    Object.entries(values).forEach(([name, value]) => form.type(name, value));
    copy.set({ ...form.typed, ...values });
  };
  const isOf = (kept: Request) => kept.office === office && kept.organisation?.bin === bin;

  const valuesOf = () => sentOf(service.fields, form.values);
  /** The rules are loaded when somebody has filled something in. */
  const check = async (complete: boolean): Promise<FieldError[]> => {
    const { checkForm, checkOrganisation } = await load<Rules>('later/check-form');
    const organisation = bin === undefined ? [] : checkOrganisation(bin);
    const filled = checkForm(service.fields, valuesOf(), { at: '/form', applicantIin: account.iin, complete });
    return [...organisation, ...filled];
  };

  /** Saves valid values. A changed office or organisation means another draft, because the API lets no draft move. */
  const save = (): Promise<Request | Problem> => {
    const saving = last.done.then(put);
    last.done = saving;
    return saving;
  };
  const put = async (): Promise<Request | Problem> => {
    const wrong = await check(false);
    const sent = Object.fromEntries(Object.entries(valuesOf()).filter(([name]) => !isWrong(wrong, name)));
    if (draft && isOf(draft)) {
      const { formVersion } = last;
      const changed = await call('PUT /requests/{id}/form', {
        params: { id: draft.id },
        body: { form: sent, formVersion },
      });
      if (!isProblem(changed)) last.formVersion = changed.formVersion;
      return changed;
    }
    const organisation = bin !== undefined && { organisation: { bin } };
    const made = await call('POST /requests', {
      body: { service: service.id, channel: 'portal', office, form: sent, ...organisation },
    });
    if (isProblem(made)) return made;
    last.formVersion = made.formVersion;
    if (draft) await call('DELETE /requests/{id}', { params: { id: draft.id } });
    return made;
  };

  /** As the person goes along. What cannot be saved stays in the tab. */
  const saveAlong = async () => {
    const kept = draft && isOf(draft) ? await save() : undefined;
    if (isProblem(kept)) return kept.problem === 'form/newer' && setProblem(kept);
    if (kept) setDraft(kept);
    if (kept?.expiresAt !== undefined)
      setSaved(t(applyTexts.saved, { at: when(new Date().toISOString()), day: when(kept.expiresAt) }));
  };

  const keep = (kept: Request) => {
    copy.forget();
    typedCopy(kept.id).set(form.typed);
    setDraft(kept);
    rename(`/app/requests/${kept.id}/form`);
  };

  /** What is typed is saved first, so that nothing is overwritten. */
  const prepareFill = async () => {
    if (office === '') {
      form.refuse([{ field: '/office', rule: 'required', expected: '' }]);
      return undefined;
    }
    const kept = await save();
    if (isProblem(kept)) return kept;
    keep(kept);
    return kept.id;
  };
  const filled = (kept: Request) => {
    take(kept.formVersion, typedOf(kept.form));
    setDraft(kept);
    setFill((n) => n + 1);
  };

  const submit = async (complete: boolean) => {
    // Without office and organisation there is no draft.
    const faults = (await check(complete)).filter(({ field }) => complete || field === '/organisation/bin');
    if (office === '') faults.unshift({ field: '/office', rule: 'required', expected: '' });
    if (faults.length > 0) return form.refuse(faults);
    setBusy(true);
    const kept = await save();
    setBusy(false);
    setProblem(isProblem(kept) ? kept : undefined);
    if (isProblem(kept)) return kept.errors ? form.refuse(kept.errors) : undefined;
    keep(kept);
    return goTo(complete ? `/app/requests/${kept.id}/${steps[1]}` : '/app/requests');
  };

  return (
    <Page
      title={t(service.form)}
      step={t(applyTexts.step, { n: 1, all: steps.length })}
      crumbs={[{ href: `/app/services/${service.id}`, text: t(service.title) }]}
      hasErrors={form.lines.length > 0}
      aside={<StepsCard steps={steps} now="form" id={draft?.id} />}
      before={form.lines.length > 0 && <ErrorSummary lines={form.lines} attempt={form.attempt} />}
    >
      <Ended decree={service.decree} />
      <section class="card quiet">
        <dl>
          <dt>{t(applyTexts.applicant)}</dt>
          <dd>{account.fullName}</dd>
          <dt>{t(applyTexts.iin)}</dt>
          <dd>{account.iin}</dd>
        </dl>
        <p class="small">
          {t(applyTexts.fromAccount)} <a href="/app/account">{t(applyTexts.isWrong)}</a>
        </p>
      </section>
      {problem && (
        <SaveProblem
          problem={problem}
          id={draft?.id}
          specs={asked}
          here={form.values}
          chosen={(formVersion, values) => {
            take(formVersion, values);
            setProblem(undefined);
          }}
        />
      )}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) void submit(true);
        }}
      >
        {service.organisations.includes('portal') && (
          <ApplyAs
            typed={form.typed}
            fault={form.faultOf('bin')}
            fixed={isFixed ? draft : undefined}
            type={type}
            onLeave={() => void saveAlong()}
          />
        )}
        <OfficeField
          offices={service.offices}
          value={office}
          fault={form.faultOf('office')}
          isFixed={isFixed}
          onChange={(code) => {
            form.type('office', code);
            setOffice(code);
          }}
        />
        {registers.length > 0 && (
          <RegisterFill registers={registers} data={draft?.registerData} prepare={prepareFill} filled={filled} />
        )}
        {asked.map((spec) => (
          <Fragment key={`${spec.name}-${spec.from ? fillings : 0}`}>
            <FormField
              spec={spec}
              value={form.typed[spec.name] ?? ''}
              fault={form.faultOf(spec.name)}
              faultOf={form.faultOf}
              onInput={(value, changed) => type(spec.name, value, changed)}
              onLeave={() => void saveAlong()}
            />
            {draft?.registerData?.marks[spec.name] && (
              <FieldMark
                data={draft.registerData}
                field={spec.name}
                isChanged={form.values[spec.name] !== draft.form[spec.name]}
              />
            )}
          </Fragment>
        ))}
        <p class="buttons">
          <BusyButton isBusy={isBusy} busy={t(applyTexts.saving)}>
            {t(actions.continue)}
          </BusyButton>
          <button type="button" class="link" onClick={() => void submit(false)}>
            {t(applyTexts.later)}
          </button>
        </p>
        <p class="small" role="status">
          {saved && (
            <>
              <Icon name="tick" /> {saved}
            </>
          )}
        </p>
      </form>
    </Page>
  );
}
