import { useState } from 'preact/hooks';
import { BusyButton, call, isProblem, lazy, useText, type Answer, type Problem } from '../../kit.ts';
import type { DecisionProps } from '../../later/decision-form.tsx';
import type { HandOverProps } from '../../later/hand-over-form.tsx';
import type { StoreProps } from '../../later/store-form.tsx';
import type { SignDocumentProps } from '../../later/sign-document.tsx';
import { deskTexts } from '../../texts/desk.ts';
import { taskAsks, taskDone, taskRefused } from '../../texts/tasks.ts';
import type { Output } from './sheets.ts';
import type { Line } from './take-work.ts';
import { WorkProblem } from './work-problem.tsx';

const DecisionForm = lazy<DecisionProps>('later/decision-form');
const HandOverForm = lazy<HandOverProps>('later/hand-over-form');
const StoreForm = lazy<StoreProps>('later/store-form');
const SignDocument = lazy<SignDocumentProps>('later/sign-document');

interface Props {
  readonly work: Line;
  readonly service: Answer<'GET /services/{service}'>;
  readonly output: Output | undefined;
  readonly representative: HandOverProps['representative'];
  readonly done: () => void;
  readonly reload: () => void;
}

/** What the machine's task asks for: a decision, a signature, an answer, or a report that it is done. */
export function TaskForm({ work, service, output, representative, done, reload }: Props) {
  if (work.task === 'decide') return <DecisionForm work={work} service={service} done={done} reload={reload} />;
  if (work.task === 'sign' && !work.paper)
    return output ? <SignDocument id={work.id} output={output} done={done} /> : null;
  if (work.task === 'hand-over')
    return (
      <>
        <HandOverForm id={work.id} representative={representative} done={done} reload={reload} />
        {work.overdue && <StoreForm id={work.id} reload={reload} />}
      </>
    );
  return <Report id={work.id} task={work.task} done={done} reload={reload} />;
}

interface ReportProps {
  readonly id: string;
  readonly task: keyof typeof taskDone;
  readonly done: () => void;
  readonly reload: () => void;
}

function Report({ id, task, done, reload }: ReportProps) {
  const t = useText();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const refused = task in taskRefused ? taskRefused[task as keyof typeof taskRefused] : undefined;
  const report = async (answer?: 'approved' | 'refused') => {
    setBusy(true);
    const params = { id };
    const sent =
      task === 'accept'
        ? await call('POST /work/{id}/acceptance', { params })
        : await call('POST /work/{id}/completion', { params, body: answer ? { answer } : {} });
    setBusy(false);
    setProblem(isProblem(sent) ? sent : undefined);
    if (!isProblem(sent)) done();
  };
  return (
    <>
      <p>{t(taskAsks[task])}</p>
      {problem && <WorkProblem problem={problem} reload={reload} />}
      <p class="buttons">
        <BusyButton
          isBusy={isBusy}
          busy={t(deskTexts.sending)}
          onClick={() => void report(refused ? 'approved' : undefined)}
        >
          {t(taskDone[task])}
        </BusyButton>
        {refused && (
          <BusyButton kind="danger" isBusy={isBusy} busy={t(deskTexts.sending)} onClick={() => void report('refused')}>
            {t(refused)}
          </BusyButton>
        )}
      </p>
    </>
  );
}
