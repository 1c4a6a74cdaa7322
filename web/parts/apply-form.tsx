import { useEffect, useRef, useState } from 'preact/hooks';
import { fieldsIn } from '../../lib/domain/regulation/fields-in.ts';
import type { FieldError } from '../../lib/domain/problem/problem.ts';
import { ErrorSummary } from '../form/error-summary.tsx';
import type { FieldSpec } from '../form/field-spec.ts';
import { FormField } from '../form/form-field.tsx';
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
import type { SaveProblemProps } from '../later/save-problem.tsx';
import { Ended } from './ended.tsx';
import { applyTexts } from '../texts/apply.ts';
import { OfficeField } from './office-field.tsx';
import { StepsCard } from './steps-card.tsx';
import { stepsOf } from './steps-of.ts';
import { typedCopy } from './typed-copy.ts';

const SaveProblem = lazy<SaveProblemProps>('later/save-problem');

type Request = Answer<'GET /requests/{id}'>;
type Rules = typeof import('../later/check-form.ts');

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
  const form = useForm([...service.fields, officeSpec], { ...draft?.form, ...copy.get(), ...own });
  const [office, setOffice] = useState(draft?.office ?? (service.offices.length === 1 ? service.offices[0]!.code : ''));
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [saved, setSaved] = useState('');
  /** The last saved version, and the save that is running: one at a time, because each names the version before it. */
  const last = useRef({ formVersion: begun?.formVersion, done: Promise.resolve<unknown>(0) }).current;
  useEffect(() => {
    const wanted = new URL(location.href).searchParams.get('field');
    if (wanted) document.getElementById(wanted)?.focus();
  }, []);
  const asked = service.fields.filter(({ meaning }) => meaning !== 'applicant-iin');
  const steps = stepsOf(service);

  const valuesOf = () => Object.fromEntries(service.fields.map(({ name }) => [name, form.values[name] ?? '']));
  /** The rules are loaded when somebody has filled something in. */
  const check = async (complete: boolean): Promise<FieldError[]> => {
    const { checkForm } = await load<Rules>('later/check-form');
    return checkForm(service.fields, valuesOf(), { at: '/form', applicantIin: account.iin, complete });
  };

  /** Saves valid values. A changed office means another draft, because the API lets no draft move. */
  const save = (): Promise<Request | Problem> => {
    const saving = last.done.then(put);
    last.done = saving;
    return saving;
  };
  const put = async (): Promise<Request | Problem> => {
    const wrong = new Set((await check(false)).map(({ field }) => field));
    const sent = Object.fromEntries(Object.entries(valuesOf()).filter(([name]) => !wrong.has(`/form/${name}`)));
    if (draft && draft.office === office) {
      const { formVersion } = last;
      const changed = await call('PUT /requests/{id}/form', {
        params: { id: draft.id },
        body: { form: sent, formVersion },
      });
      if (!isProblem(changed)) last.formVersion = changed.formVersion;
      return changed;
    }
    const made = await call('POST /requests', { body: { service: service.id, channel: 'portal', office, form: sent } });
    if (isProblem(made)) return made;
    last.formVersion = made.formVersion;
    if (draft) await call('DELETE /requests/{id}', { params: { id: draft.id } });
    return made;
  };

  /** As the person goes along. What cannot be saved stays in the tab. */
  const saveAlong = async () => {
    const kept = draft && draft.office === office ? await save() : undefined;
    if (isProblem(kept)) return kept.problem === 'form/newer' && setProblem(kept);
    if (kept?.expiresAt !== undefined)
      setSaved(t(applyTexts.saved, { at: when(new Date().toISOString()), day: when(kept.expiresAt) }));
  };

  const keep = (kept: Request) => {
    copy.forget();
    typedCopy(kept.id).set(form.typed);
    setDraft(kept);
    rename(`/app/requests/${kept.id}/form`);
  };

  const submit = async (complete: boolean) => {
    const faults = complete ? await check(true) : [];
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
      before={<ErrorSummary lines={form.lines} attempt={form.attempt} />}
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
            last.formVersion = formVersion;
            Object.entries(values).forEach(([name, value]) => form.type(name, value));
            copy.set({ ...form.typed, ...values });
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
        <OfficeField
          offices={service.offices}
          value={office}
          fault={form.faultOf('office')}
          isFixed={(draft?.attachments.length ?? 0) > 0}
          onChange={(code) => {
            form.type('office', code);
            setOffice(code);
          }}
        />
        {asked.map((spec) => (
          <FormField
            key={spec.name}
            spec={spec}
            value={form.typed[spec.name] ?? ''}
            fault={form.faultOf(spec.name)}
            onInput={(value) => {
              form.type(spec.name, value);
              copy.set({ ...form.typed, [spec.name]: value });
            }}
            onLeave={() => void saveAlong()}
          />
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
