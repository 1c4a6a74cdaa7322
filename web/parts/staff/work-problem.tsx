import { Notice, ProblemNotice, useText, type Problem } from '../../kit.ts';
import { deskTexts } from '../../texts/desk.ts';
import { workTexts } from '../../texts/queue.ts';

/** After these somebody else has changed the work: it is read again, and what was typed stays. */
const moved: readonly string[] = [
  'work/unknown',
  'work/claimed',
  'work/not-claimed',
  'work/other-task',
  'work/decided-otherwise',
  'work/not-extendable',
  'request/changed-meanwhile',
  'output/not-ready',
];

/** Why nothing was done, and what to do next. */
export function WorkProblem({ problem, reload }: { readonly problem: Problem; readonly reload: () => void }) {
  const t = useText();
  if (!moved.includes(problem.problem)) return <ProblemNotice problem={problem} />;
  // The server names a task by its code there.
  const said = problem.problem === 'work/other-task' ? t(deskTexts.moved) : problem.title;
  return (
    <Notice kind="error" role="alert">
      <p>{said}</p>
      <p class="meta">
        <button type="button" class="link" onClick={reload}>
          {t(deskTexts.readAgain)}
        </button>
        <a href="/app/work">{t(workTexts.toQueue)}</a>
      </p>
    </Notice>
  );
}
