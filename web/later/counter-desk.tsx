import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { filesAt } from '../../lib/domain/access/places.ts';
import { ErrorSummary } from '../form/error-summary.tsx';
import { FormField } from '../form/form-field.tsx';
import type { FieldSpec } from '../form/field-spec.ts';
import { useForm } from '../form/use-form.ts';
import {
  BusyButton,
  call,
  isProblem,
  lazy,
  Loaded,
  Notice,
  useAnswer,
  useText,
  type Answer,
  type Problem,
} from '../kit.ts';
import type { CounterSignProps } from './counter-sign.tsx';
import SaveProblem from './save-problem.tsx';
import { counterTexts, filedTexts } from '../texts/counter.ts';
import { because } from '../texts/request.ts';
import { channelNames } from '../texts/words.ts';
import { writeTerms } from '../parts/terms.ts';
import { typedCopy } from '../parts/typed-copy.ts';
import { writeAnswer } from '../parts/write-answer.ts';
import { awaitNumber } from '../parts/staff/await-number.ts';
import { Choice } from '../parts/staff/choice.tsx';
import { askedOf, checkAll, choices, formOf, iinFault, visitor } from '../parts/staff/counter-fields.ts';
import { CounterScans } from '../parts/staff/counter-scans.tsx';
import { Desk } from '../parts/staff/desk.tsx';
import { ShowVisitor } from '../parts/staff/show-visitor.tsx';
import type { KeysProps } from './keys.tsx';
import { recentServices } from '../parts/staff/recent.ts';
import { useDraft, type Basics } from '../parts/staff/use-draft.ts';

const Keys = lazy<KeysProps>('later/keys');
const CounterSign = lazy<CounterSignProps>('later/counter-sign');

type Service = Answer<'GET /services/{service}'>;
type Request = Answer<'GET /requests/{id}'>;

/** A visitor whose application was signed and sent. */
export interface Served {
  readonly id: string;
  readonly number?: string | undefined;
  readonly receipt?: Answer<'GET /requests/{id}/receipt'>['receipt'];
}

export interface CounterDeskProps {
  readonly account: Answer<'GET /account'>;
  /** A draft to continue. */
  readonly begun?: Request;
  readonly before: ComponentChildren;
  readonly after: ComponentChildren;
  readonly next: (served?: Served) => void;
}

/** One visitor: who they are, what they want, their application, their papers, the operator's signature. */
export default function CounterDesk({ account, begun, before, after, next }: CounterDeskProps) {
  const t = useText();
  const own = account.office ?? '';
  const copy = typedCopy('counter');
  const [service, setService] = useState<Service>();
  const asked = askedOf(service);
  const form = useForm([...visitor, ...choices, ...asked], firstOf(begun, copy.get()));
  const wanted = useRef('');
  const draft = useDraft(begun);
  const [problem, setProblem] = useState<Problem>();
  const [isShown, setShown] = useState(false);
  const [isWaiting, setWaiting] = useState(false);
  const [turnedAway, setTurnedAway] = useState<keyof typeof because>();
  const recent = recentServices(account.id);
  const offered = useAnswer('GET /services', { query: { office: own, limit: 100 } });
  const titleOf = (id: string) => {
    const found = offered.value?.services.find((each) => each.id === id);
    return found && t(found.title);
  };

  const type = (name: string, value: string) => {
    form.type(name, value);
    copy.set({ ...form.typed, [name]: value });
  };
  const choose = async (id: string) => {
    type('service', id);
    wanted.current = id;
    setService(undefined);
    if (id === '') return;
    const found = await call('GET /services/{service}', {
      params: { service: id },
      ...(begun && { query: { version: begun.regulationVersion } }),
    });
    // A person who goes through the list with the arrow keys has moved on meanwhile.
    if (wanted.current !== id) return;
    setProblem(isProblem(found) ? found : undefined);
    if (!isProblem(found)) setService(found);
  };
  useEffect(() => {
    if (form.typed['service']) void choose(form.typed['service']);
  }, []);

  const channels = (service?.channels ?? []).filter(({ counter }) => filesAt[account.role].includes(counter));
  const offices = (service?.offices ?? []).filter(({ code }) => !filesAt[account.role].includes('mio') || code === own);
  const only = (all: readonly string[], name: string) => (all.length === 1 ? all[0]! : (form.typed[name] ?? ''));
  const channel = only(
    channels.map((each) => each.channel),
    'channel',
  );
  const office = only(
    offices.map(({ code }) => code),
    'office',
  );
  const values: Readonly<Record<string, string>> = { ...form.values, channel, office };
  const { iin = '', fullName = '' } = values;
  const language = (form.typed['language'] ?? t.language) === 'kk' ? 'kk' : 'ru';
  const basics = {
    ...{ service: service?.id ?? '', channel, office },
    applicant: { iin, fullName, language },
  } as Basics;

  /** Scans are uploaded while the form is being filled in, once it is known whose they are. */
  const added = async () => {
    if (!service || channel === '' || office === '' || fullName.length < 2 || iinFault(iin).length > 0) return;
    const wrong = new Set((await checkAll(service, values)).map(({ field: at }) => at));
    const passing = Object.entries(formOf(service, values)).filter(([name]) => !wrong.has(`/form/${name}`));
    const made = await draft.prepare(basics, Object.fromEntries(passing));
    if (isProblem(made)) setProblem(made);
  };
  /** @returns the draft's id if it is complete; otherwise what is wrong has been shown */
  const prepare = async (): Promise<string | Problem> => {
    setProblem(undefined);
    const faults = await checkAll(service, values);
    const made = faults.length === 0 && service ? await draft.prepare(basics, formOf(service, values)) : undefined;
    if (isProblem(made) && made.problem === 'form/newer') setProblem(made);
    const refused = faults.length > 0 ? faults : isProblem(made) ? (made.errors ?? []) : [];
    if (refused.length > 0) form.refuse(refused);
    if (made !== undefined && refused.length === 0) return made;
    return { problem: 'form/invalid', title: t(counterTexts.fixFirst) };
  };
  const show = async () => {
    const faults = await checkAll(service, values);
    if (faults.length > 0) form.refuse(faults);
    else setShown(true);
  };
  const sent = async (id: string) => {
    setWaiting(true);
    recent.add(basics.service);
    const request = await awaitNumber(id);
    if (request?.state === 'turned-away') {
      setWaiting(false);
      setTurnedAway(request.because);
      return draft.forget();
    }
    const found = request && (await call('GET /requests/{id}/receipt', { params: { id } }));
    copy.forget();
    return next({ id, number: request?.number, ...(found && !isProblem(found) && { receipt: found.receipt }) });
  };
  const leaveVisitor = () => {
    const faults = iinFault(iin);
    if (faults.length > 0) return form.refuse(faults);
    return document.getElementById(fullName === '' ? 'fullName' : 'service')?.focus();
  };

  const field = (spec: FieldSpec) => (
    <FormField
      key={`${service?.id}-${spec.name}`}
      spec={spec}
      value={form.typed[spec.name] ?? ''}
      fault={form.faultOf(spec.name)}
      onInput={(value) => type(spec.name, value)}
    />
  );
  const shownRecent = draft.isFixed ? [] : recent.all.filter((id) => titleOf(id) !== undefined);
  return (
    <Desk
      title={t(filedTexts.title)}
      startsAt={begun ? undefined : 'iin'}
      hasErrors={form.lines.length > 0}
      before={<ErrorSummary lines={form.lines} attempt={form.attempt} />}
      facts={<a href="/app/filed">{t(filedTexts.filed)}</a>}
      acts={
        <button
          type="button"
          class="button second"
          onClick={() => {
            copy.forget();
            draft.discard();
            next();
          }}
        >
          {t(counterTexts.other)}
        </button>
      }
    >
      {before}
      {turnedAway && (
        <Notice kind="error" role="alert">
          <p>
            {t(counterTexts.turnedAway)} {t(because[turnedAway])} {t(counterTexts.corrected)}
          </p>
        </Notice>
      )}
      {problem && (
        <SaveProblem
          problem={problem}
          id={draft.id}
          specs={asked}
          here={values}
          chosen={(formVersion, taken) => {
            draft.see(formVersion);
            Object.entries(taken).forEach(([name, value]) => form.type(name, value));
            copy.set({ ...form.typed, ...taken });
            setProblem(undefined);
          }}
        />
      )}
      {draft.isFixed && <Notice kind="information">{t(counterTexts.reopened)}</Notice>}
      <div class="halves">
        <div>
          <form
            class="card"
            noValidate
            aria-labelledby="who-title"
            onSubmit={(event) => {
              event.preventDefault();
              leaveVisitor();
            }}
          >
            <h2 id="who-title">{t(counterTexts.who)}</h2>
            <fieldset class="plain" disabled={draft.isFixed}>
              <legend class="unseen">{t(counterTexts.who)}</legend>
              {visitor.map(field)}
              <Choice
                id="language"
                label={t(counterTexts.language)}
                value={language}
                options={[
                  ['kk', 'Қазақша', 'kk'],
                  ['ru', 'Русский', 'ru'],
                ]}
                isFilled
                onChange={(value) => type('language', value)}
              />
            </fieldset>
            <p class="small">{t(counterTexts.compare)}</p>
            <button type="submit" class="unseen" tabIndex={-1} aria-hidden="true" />
          </form>
          <section class="card" aria-labelledby="what-title">
            <h2 id="what-title">{t(counterTexts.what)}</h2>
            <fieldset class="plain" disabled={draft.isFixed}>
              <legend class="unseen">{t(counterTexts.what)}</legend>
              <Loaded from={offered}>
                {({ services }) => (
                  <Choice
                    id="service"
                    label={t(counterTexts.service)}
                    value={form.typed['service'] ?? ''}
                    fault={form.faultOf('service')}
                    options={services.map(({ id, title }) => [id, t(title)])}
                    onChange={(value) => void choose(value)}
                  />
                )}
              </Loaded>
              {shownRecent.length > 0 && (
                <p class="meta">
                  {t(counterTexts.recent)}
                  {shownRecent.map((id, index) => (
                    <button key={id} type="button" class="link" onClick={() => void choose(id)}>
                      <kbd aria-hidden="true">{index + 1}</kbd> {titleOf(id)}
                    </button>
                  ))}
                </p>
              )}
            </fieldset>
          </section>
          <form
            class="card"
            noValidate
            aria-labelledby="form-title"
            onSubmit={(event) => {
              event.preventDefault();
              void show();
            }}
          >
            <h2 id="form-title">{t(counterTexts.form)}</h2>
            {!service && <p>{t(counterTexts.chooseFirst)}</p>}
            <fieldset class="plain" disabled={draft.isFixed}>
              <legend class="unseen">{t(counterTexts.form)}</legend>
              {channels.length > 1 && (
                <Choice
                  id="channel"
                  label={t(counterTexts.channel)}
                  value={channel}
                  fault={form.faultOf('channel')}
                  options={channels.map((each) => [each.channel, t(channelNames[each.channel])])}
                  onChange={(value) => type('channel', value)}
                />
              )}
              {offices.length > 1 && (
                <Choice
                  id="office"
                  label={t(counterTexts.office)}
                  value={office}
                  fault={form.faultOf('office')}
                  options={offices.map(({ code, name }) => [code, name, 'ru'])}
                  onChange={(value) => type('office', value)}
                />
              )}
            </fieldset>
            <div class="pairs">{asked.map(field)}</div>
            <p class="buttons">
              <BusyButton kind="second" isBusy={false} busy="">
                {t(counterTexts.show)} <kbd aria-hidden="true">F8</kbd>
              </BusyButton>
            </p>
          </form>
        </div>
        <div>
          <section class="card" aria-labelledby="scans-title">
            <h2 id="scans-title">{t(counterTexts.scansTitle)}</h2>
            <CounterScans draft={draft} added={() => void added()} />
          </section>
          {channels.map(
            (each) =>
              each.channel === channel && (
                <p key={channel} class="card">
                  {t(counterTexts.term)}: <strong>{writeTerms(each.terms, t)}</strong>
                </p>
              ),
          )}
          <section class="card" id="sign" tabIndex={-1} aria-labelledby="sign-title">
            <h2 id="sign-title">{t(counterTexts.signTitle)}</h2>
            <p>{t(counterTexts.signer)}</p>
            {isWaiting ? (
              <Notice kind="information" role="status">
                {t(counterTexts.waiting)}
              </Notice>
            ) : (
              <CounterSign iin={account.iin} prepare={prepare} sent={(id) => void sent(id)} />
            )}
          </section>
        </div>
      </div>
      {isShown && service && (
        <ShowVisitor
          title={t(service.title)}
          lines={[
            [t(counterTexts.visitor), `${fullName}, ${iin}`],
            ...offices
              .filter(({ code }) => code === office)
              .map(({ name }) => [t(counterTexts.office), name, 'ru'] as const),
            ...asked.map((spec) => [t(spec.label), writeAnswer(spec, values[spec.name], t)] as const),
            [t(counterTexts.attached), draft.papers.map(({ name }) => name).join(', ') || '—'],
          ]}
          goOn={() => {
            setShown(false);
            focusSign();
          }}
          back={() => setShown(false)}
        />
      )}
      <Keys
        keys={[
          { cap: '1–5', does: 'recent', run: (n) => void (shownRecent[n - 1] && choose(shownRecent[n - 1]!)) },
          { cap: 'F8', does: 'show', run: () => void show() },
          { cap: 'F9', does: 'sign', run: () => signButton()?.click() },
        ]}
      />
      {after}
    </Desk>
  );
}

/** The button of the chosen way (web/later/sign-panel.tsx). */
const signButton = () => document.querySelector<HTMLElement>('#sign .way .buttons .button');

function focusSign() {
  const field = document.querySelector<HTMLElement>('#sign .way input:not([type=file])');
  (field ?? signButton() ?? document.getElementById('sign'))?.focus();
}

/** For a draft that is opened again: its content, and what was typed into it since in this tab. */
function firstOf(begun: Request | undefined, typed: Readonly<Record<string, string>> = {}) {
  if (!begun) return typed;
  const isOfIt = typed['iin'] === begun.applicant.iin && typed['service'] === begun.service;
  return { ...valuesOf(begun), ...(isOfIt && typed) };
}

const valuesOf = ({ applicant, service, channel, office, form }: Request) => ({
  ...form,
  ...{ iin: applicant.iin, fullName: applicant.fullName, service, channel, office },
});
