import { useEffect, useState } from 'preact/hooks';
import { call, isProblem, ProblemNotice, useText, type Problem } from '../kit.ts';
import { diagramTexts } from '../texts/diagram.ts';
import { readSteps } from '../parts/read-steps.ts';

export interface DiagramProps {
  readonly title: string;
  readonly route: 'GET /services/{service}/channels/{channel}/diagram.svg' | 'GET /requests/{id}/diagram.svg';
  readonly params: object;
}

/** A picture of the regulation's actions, and the same as a list for people who do not see it. */
export default function Diagram({ title, route, params }: DiagramProps) {
  const t = useText();
  const [drawn, setDrawn] = useState<{ url: string; steps: readonly string[] }>();
  const [problem, setProblem] = useState<Problem>();
  const asked = JSON.stringify(params);
  useEffect(() => {
    let url = '';
    void call(route, { params: JSON.parse(asked) as never }).then((svg) => {
      if (isProblem(svg)) return setProblem(svg);
      url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
      setProblem(undefined);
      return setDrawn({ url, steps: readSteps(svg) });
    });
    return () => URL.revokeObjectURL(url);
  }, [route, asked, t.language]);
  if (!drawn) return problem ? <ProblemNotice problem={problem} /> : null;
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      <div class="scroll" tabIndex={0} role="region" aria-label={title}>
        <img src={drawn.url} alt={t(diagramTexts.alt)} />
      </div>
      <h3>{t(diagramTexts.steps)}</h3>
      <ol>
        {drawn.steps.map((step) => (
          <li key={step} lang="ru">
            {step}
          </li>
        ))}
      </ol>
    </>
  );
}
