import { useState } from 'preact/hooks';
import { BusyButton, call, isProblem, lazy, ProblemNotice, useText, type Answer, type Problem } from '../../kit.ts';
import type { DecisionProps } from '../../later/decision-form.tsx';
import type { SignDocumentProps } from '../../later/sign-document.tsx';
import { deskTexts } from '../../texts/desk.ts';
import { taskDone, taskRefused } from '../../texts/tasks.ts';
import type { Line } from './take-work.ts';

const DecisionForm = lazy<DecisionProps>('later/decision-form');
const SignDocument = lazy<SignDocumentProps>('later/sign-document');

interface Props {
  readonly work: Line;
  readonly service: Answer<'GET /services/{service}'>;
  readonly done: () => void;
}

/** What the task of the machine asks for: a decision, a signature, an answer, or the word that it is done. */
export function TaskForm({ work, service, done }: Props) {
  if (work.task === 'decide') return <DecisionForm work={work} service={service} done={done} />;
  if (work.task === 'sign' && !work.paper) return <SignDocument id={work.id} done={done} />;
  return <Report id={work.id} task={work.task} done={done} />;
}

interface ReportProps {
  readonly id: string;
  readonly task: keyof typeof taskDone;
  readonly done: () => void;
}

function Report({ id, task, done }: ReportProps) {
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
      {problem && <ProblemNotice problem={problem} />}
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
