import type { ComponentChildren } from 'preact';
import { documentsIn } from '../../lib/domain/regulation/documents-in.ts';
import { ErrorSummary } from '../form/error-summary.tsx';
import { lazy, Notice, useEffect, useState, useText, type Answer } from '../kit.ts';
import type { CounterSignProps } from './counter-sign.tsx';
import SaveProblem from './save-problem.tsx';
import { counterTexts, filedTexts } from '../texts/counter.ts';
import { outboxTexts } from '../texts/outbox.ts';
import { because } from '../texts/request.ts';
import { writeTerms } from '../parts/terms.ts';
import { keepOperator } from '../outbox/operator.ts';
import { tellWorker } from '../outbox/tell-worker.ts';
import { CounterApplication } from '../parts/staff/counter-application.tsx';
import { CounterCut } from '../parts/staff/counter-cut.tsx';
import { CounterRegisters } from '../parts/staff/counter-registers.tsx';
import { CounterScans } from '../parts/staff/counter-scans.tsx';
import { CounterService } from '../parts/staff/counter-service.tsx';
import { CounterShown } from '../parts/staff/counter-shown.tsx';
import { CounterVisitor } from '../parts/staff/counter-visitor.tsx';
import { Desk } from '../parts/staff/desk.tsx';
import { NewVersion } from '../parts/staff/new-version.tsx';
import { resume, tabEntry, type Resumed } from '../parts/staff/tab-entry.ts';
import { useCounter, type Operator, type Served } from '../parts/staff/use-counter.ts';
import type { KeysProps } from './keys.tsx';

const Keys = lazy<KeysProps>('later/keys');
const CounterSign = lazy<CounterSignProps>('later/counter-sign');

export interface CounterDeskProps {
  readonly account: Operator;
  /** A draft to continue. */
  readonly begun?: Answer<'GET /requests/{id}'>;
  readonly before: ComponentChildren;
  readonly after: ComponentChildren;
  readonly next: (served?: Served | 'aside') => void;
}

/** Goes on with what this tab had before it was loaded again without a connection, or took out of the outbox. */
export default function CounterDesk(props: CounterDeskProps) {
  const isHere = tabEntry.get() !== undefined && props.begun === undefined;
  const [resumed, setResumed] = useState<Resumed | undefined | 'reading'>(isHere ? 'reading' : undefined);
  useEffect(() => {
    const { id, iin, role, office } = props.account;
    void keepOperator({ id, iin, role, office } satisfies Operator).catch(() => undefined);
    void navigator.serviceWorker?.ready.then(({ active }) => tellWorker(active, 'keep-counter'));
    if (resumed === 'reading') void resume().then(setResumed);
  }, []);
  return resumed === 'reading' ? null : <Visitor {...props} resumed={resumed} />;
}

interface VisitorProps extends CounterDeskProps {
  readonly resumed: Resumed | undefined;
}

/** One visitor: who they are, what they want, their application, their papers, the operator's signature. */
function Visitor({ account, begun, resumed, before, after, next }: VisitorProps) {
  const t = useText();
  const counter = useCounter({ account, begun, resumed, next });
  const { form, values, service, asked, channels, channel, draft, added, prepare, sent, isWaiting } = counter;
  const papers = documentsIn(service?.documents ?? [], channel);
  const { turnedAway, problem, take, leave, show, recent, choose } = counter;
  return (
    <Desk
      title={t(filedTexts.title)}
      startsAt={begun || resumed ? undefined : 'iin'}
      hasErrors={form.lines.length > 0}
      before={<ErrorSummary lines={form.lines} attempt={form.attempt} />}
      facts={
        <>
          <a href="/app/filed">{t(filedTexts.filed)}</a> <a href="/app/outbox">{t(outboxTexts.title)}</a>
        </>
      }
      acts={
        <button type="button" class="button second" onClick={() => void leave()}>
          {t(counterTexts.other)}
        </button>
      }
    >
      {before}
      <NewVersion before={counter.aside.keep} />
      <CounterCut of={counter} />
      {turnedAway && (
        <Notice kind="error" role="alert">
          <p>
            {t(counterTexts.turnedAway)} {t(because[turnedAway])} {t(counterTexts.corrected)}
          </p>
        </Notice>
      )}
      {problem && <SaveProblem problem={problem} id={draft.id} specs={asked} here={values} chosen={take} />}
      {draft.isFixed && <Notice kind="information">{t(counterTexts.reopened)}</Notice>}
      <div class="halves">
        <div>
          <CounterVisitor of={counter} />
          <CounterService of={counter} />
          <CounterRegisters of={counter} />
          <CounterApplication of={counter} />
        </div>
        <div>
          <section class="card" aria-labelledby="scans-title">
            <h2 id="scans-title">{t(counterTexts.scansTitle)}</h2>
            <CounterScans draft={draft} documents={papers} added={() => void added()} />
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
      <CounterShown of={counter} goOn={focusSign} />
      <Keys
        keys={[
          { cap: '1–5', does: 'recent', run: (n) => void (recent[n - 1] && choose(recent[n - 1]!)) },
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
