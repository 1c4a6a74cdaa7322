import { useState } from 'preact/hooks';
import {
  BusyButton,
  call,
  goTo,
  isProblem,
  lazy,
  Loaded,
  Notice,
  ProblemNotice,
  useAnswer,
  useSession,
  useText,
  useWhen,
  type Answer,
  type Problem,
} from '../kit.ts';
import type { KeysProps } from './keys.tsx';
import { Ended } from '../parts/ended.tsx';
import { Kept } from '../parts/kept.tsx';
import { Application } from '../parts/staff/application.tsx';
import { titleOfScan } from '../parts/title-of-scan.ts';
import { Desk } from '../parts/staff/desk.tsx';
import { Due } from '../parts/staff/due.tsx';
import { Assigned } from '../parts/staff/assigned.tsx';
import { sheetOf, useOutput, type Sheet } from '../parts/staff/sheets.ts';
import { goOnAfter, isFree, isMine, mayTakeOver, takeWork } from '../parts/staff/take-work.ts';
import { TaskForm } from '../parts/staff/task-form.tsx';
import { useViewer, Viewer } from '../parts/staff/viewer.tsx';
import { WorkProblem } from '../parts/staff/work-problem.tsx';
import { handOverTexts } from '../texts/hand-over.ts';
import { orderTexts } from '../texts/order-work.ts';
import { deskTexts } from '../texts/desk.ts';
import { lineTexts, queueTexts, workTexts } from '../texts/queue.ts';
import { channelNames } from '../texts/words.ts';
import type { MailingProps } from './mailing.tsx';
import WhatHappened from './what-happened.tsx';

const Keys = lazy<KeysProps>('later/keys');
const Mailing = lazy<MailingProps>('later/mailing');

type Found = Answer<'GET /work/{id}'>;

/** Tasks for which a document may already exist: the employee looks at it, signs it or hands it over. */
const withDocument: readonly string[] = ['sign', 'approve', 'forward', 'hand-over'];

export interface WorkDeskProps {
  readonly found: Found;
  readonly crumbs: readonly { readonly href: string; readonly text: string }[];
  readonly reload: () => void;
}

/** The application, beside the task. */
export default function WorkDesk({ found: { work, request, assigned }, crumbs, reload }: WorkDeskProps) {
  const t = useText();
  const when = useWhen();
  const service = useAnswer('GET /services/{service}', {
    params: { service: work.service },
    query: { version: request.regulationVersion },
  });
  const [isDone, setDone] = useState(false);
  const mailing = work.task === 'hand-over' ? request.mailings?.at(-1) : undefined;
  const document = useOutput(work.id, work.row, withDocument.includes(work.task));
  const { output } = document;
  const sheets: readonly Sheet[] = [
    ...(output
      ? [
          {
            id: 'document',
            name: t(deskTexts.document, { number: output.number }),
            type: 'application/pdf',
            read: async () => output.bytes,
          },
        ]
      : []),
    ...request.attachments.map((attachment) => sheetOf(request.id, attachment, titleOfScan(attachment, t))),
  ];
  const { keys, ...viewer } = useViewer(sheets);
  const done = () => {
    setDone(true);
    void goOnAfter(work);
  };
  return (
    <Desk
      title={work.number}
      crumbs={crumbs}
      facts={
        <>
          <span class="tag working">{t(work.taskText)}</span> {t(work.serviceTitle)} ·{' '}
          {t(channelNames[work.channel as keyof typeof channelNames])}
        </>
      }
      acts={isMine(work) && !isDone && <Release id={work.id} reload={reload} />}
    >
      {isDone && (
        <Notice kind="success" role="status">
          {t(deskTexts.following)}
        </Notice>
      )}
      <div class="halves">
        <div class="seen">
          {document.problem && <ProblemNotice problem={document.problem} again={document.again} />}
          {sheets.length > 0 ? (
            <Viewer sheets={sheets} title={t(deskTexts.scans)} {...viewer} />
          ) : (
            <p class="nothing">{t(deskTexts.noScans)}</p>
          )}
        </div>
        <div>
          <Due work={work} reload={reload} />
          <Loaded from={service}>
            {(card) => (
              <>
                <Ended decree={card.decree} />
                <Application request={request} service={card} />
                <section class="card" id="task" tabIndex={-1} aria-labelledby="task-title">
                  <h2 id="task-title">{t(work.taskText)}</h2>
                  {assigned && <Assigned assigned={assigned} />}
                  {work.claimedBy?.substitute !== undefined && isMine(work) && (
                    <p>{t(orderTexts.insteadOf, { name: work.claimedBy.name })}</p>
                  )}
                  {work.stored && (
                    <Notice kind="warning">
                      {t(handOverTexts.stored, { when: when(work.stored.at), place: work.stored.place })}
                    </Notice>
                  )}
                  {mailing && <Mailing id={work.id} mailing={mailing} reload={reload} />}
                  {isMine(work) ? (
                    !isDone && (
                      <TaskForm
                        work={work}
                        service={card}
                        output={output}
                        representative={request.representative}
                        done={done}
                        reload={reload}
                      />
                    )
                  ) : (
                    <Take work={work} reload={reload} />
                  )}
                </section>
              </>
            )}
          </Loaded>
          <WhatHappened request={request} />
          <Kept kept={request.kept} />
        </div>
      </div>
      <Keys
        keys={[
          ...keys,
          { cap: 'T', does: 'task', run: focusTask },
          { cap: 'Q', does: 'queue', run: () => goTo('/app/work') },
        ]}
      />
    </Desk>
  );
}

/** Moves to the first control there. */
function focusTask() {
  const task = document.getElementById('task');
  (task?.querySelector<HTMLElement>('input:not([type=file]), textarea, select, .button') ?? task)?.focus();
}

function Release({ id, reload }: { readonly id: string; readonly reload: () => void }) {
  const t = useText();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const release = async () => {
    setBusy(true);
    const free = await call('DELETE /work/{id}/claim', { params: { id } });
    setBusy(false);
    setProblem(isProblem(free) ? free : undefined);
    if (!isProblem(free)) goTo('/app/work');
  };
  return (
    <>
      {problem && <WorkProblem problem={problem} reload={reload} />}
      <BusyButton kind="second" isBusy={isBusy} busy={t(deskTexts.sending)} onClick={() => void release()}>
        {t(deskTexts.release)}
      </BusyButton>
    </>
  );
}

function Take({ work, reload }: { readonly work: Found['work']; readonly reload: () => void }) {
  const t = useText();
  const role = useSession()?.role;
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const { id, claimedBy } = work;
  const take = async () => {
    setBusy(true);
    const refused = await takeWork(id);
    setBusy(false);
    setProblem(refused);
  };
  return (
    <>
      <p>{claimedBy ? t(deskTexts.takenBy, { name: claimedBy.name }) : t(deskTexts.notTaken)}</p>
      {problem && <WorkProblem problem={problem} reload={reload} />}
      <p class="buttons">
        {isFree(work) || mayTakeOver(work, role, new Date()) ? (
          <BusyButton isBusy={isBusy} busy={t(queueTexts.taking)} onClick={() => void take()}>
            {t(claimedBy ? lineTexts.takeOver : lineTexts.take)}
          </BusyButton>
        ) : (
          <a class="button second" href="/app/work">
            {t(workTexts.toQueue)}
          </a>
        )}
      </p>
    </>
  );
}
