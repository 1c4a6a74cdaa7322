import { useState } from 'preact/hooks';
import {
  BusyButton,
  call,
  goTo,
  isProblem,
  lazy,
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
import type { WhatHappenedProps } from '../../later/what-happened.tsx';
import { Scans } from '../../parts/staff/scans.tsx';
import { goOnAfter, isMine, takeWork } from '../../parts/staff/take-work.ts';
import { TaskForm } from '../../parts/staff/task-form.tsx';
import { writeAnswer } from '../../parts/write-answer.ts';
import { deskTexts } from '../../texts/desk.ts';
import { tasks } from '../../texts/tasks.ts';

const WhatHappened = lazy<WhatHappenedProps>('later/what-happened');

type Found = Answer<'GET /work/{id}'>;
type Service = Answer<'GET /services/{service}'>;

/** One piece of work: what was applied for beside the task, and the way on to the next. */
export default function Work({ params }: PageProps) {
  const t = useText();
  const id = params['id']!;
  const found = useAnswer('GET /work/{id}', { params: { id } });
  const crumbs = [{ href: '/app/work', text: t(deskTexts.queue) }];
  if (found.value) return <Whole found={found.value} crumbs={crumbs} reload={found.reload} />;
  const isGone = found.problem?.problem === 'work/unknown';
  return (
    <Page title={t(deskTexts.task)} crumbs={crumbs}>
      {isGone ? <Notice kind="information">{t(deskTexts.gone)}</Notice> : <Loaded from={found}>{() => null}</Loaded>}
    </Page>
  );
}

interface WholeProps {
  readonly found: Found;
  readonly crumbs: readonly { readonly href: string; readonly text: string }[];
  readonly reload: () => void;
}

function Whole({ found: { work, request }, crumbs, reload }: WholeProps) {
  const t = useText();
  const service = useAnswer('GET /services/{service}', {
    params: { service: work.service },
    query: { version: request.regulationVersion },
  });
  const [isDone, setDone] = useState(false);
  const done = () => {
    setDone(true);
    void goOnAfter(work);
  };
  return (
    <Page title={work.number} step={t(tasks[work.task])} crumbs={crumbs}>
      {isDone && (
        <Notice kind="success" role="status">
          {t(deskTexts.following)}
        </Notice>
      )}
      <p>{service.value && t(service.value.title)}</p>
      <div class="halves">
        <section class="seen" aria-labelledby="scans">
          <h2 id="scans">{t(deskTexts.scans)}</h2>
          <Scans request={request.id} scans={request.attachments} />
        </section>
        <div>
          <Due work={work} reload={reload} />
          <Loaded from={service}>
            {(card) => (
              <>
                <Application request={request} service={card} />
                <section class="card">
                  <h2>{t(tasks[work.task])}</h2>
                  {isMine(work) ? !isDone && <TaskForm work={work} service={card} done={done} /> : <Take work={work} />}
                </section>
              </>
            )}
          </Loaded>
          <WhatHappened request={request} />
        </div>
      </div>
    </Page>
  );
}

/** Until when, who has it, and the ways to change either. */
function Due({ work, reload }: { readonly work: Found['work']; readonly reload: () => void }) {
  const t = useText();
  const when = useWhen();
  const [problem, setProblem] = useState<Problem>();
  const params = { id: work.id };
  const release = async () => {
    const free = await call('DELETE /work/{id}/claim', { params });
    setProblem(isProblem(free) ? free : undefined);
    if (!isProblem(free)) goTo('/app/work');
  };
  const extend = async () => {
    const longer = await call('POST /work/{id}/extension', { params });
    setProblem(isProblem(longer) ? longer : undefined);
    if (!isProblem(longer)) reload();
  };
  return (
    <section class={work.overdue ? 'card clock overdue' : 'card clock'}>
      <p class="small">{t(work.overdue ? deskTexts.wasDue : deskTexts.until)}</p>
      <p class="time">{when(work.dueAt)}</p>
      {problem && <ProblemNotice problem={problem} />}
      {isMine(work) && (
        <p class="meta">
          <button type="button" class="link" onClick={() => void release()}>
            {t(deskTexts.release)}
          </button>
          {work.extendable && (
            <button type="button" class="link" onClick={() => void extend()}>
              {t(deskTexts.extend)}
            </button>
          )}
        </p>
      )}
    </section>
  );
}

function Take({ work: { id, claimedBy } }: { readonly work: Found['work'] }) {
  const t = useText();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const take = async () => {
    setBusy(true);
    const refused = await takeWork(id);
    setBusy(false);
    setProblem(refused);
  };
  return (
    <>
      <p>{claimedBy ? t(deskTexts.takenBy, { name: claimedBy.name }) : t(deskTexts.notTaken)}</p>
      {problem && <ProblemNotice problem={problem} />}
      <p class="buttons">
        <BusyButton isBusy={isBusy} busy={t(deskTexts.taking)} onClick={() => void take()}>
          {t(claimedBy ? deskTexts.takeOver : deskTexts.take)}
        </BusyButton>
      </p>
    </>
  );
}

interface ApplicationProps {
  readonly request: Found['request'];
  readonly service: Service;
}

function Application({ request: { applicant, form }, service }: ApplicationProps) {
  const t = useText();
  return (
    <section class="card">
      <h2>{t(deskTexts.application)}</h2>
      <dl>
        <dt>{t(deskTexts.applicant)}</dt>
        <dd>{applicant.fullName}</dd>
        <dt>{t(deskTexts.iin)}</dt>
        <dd>{applicant.iin}</dd>
        {service.fields
          .filter(({ meaning }) => meaning !== 'applicant-iin')
          .map((spec) => [
            <dt key={spec.name}>{t(spec.label)}</dt>,
            <dd key={`${spec.name}-value`}>{writeAnswer(spec, form[spec.name], t)}</dd>,
          ])}
      </dl>
    </section>
  );
}
