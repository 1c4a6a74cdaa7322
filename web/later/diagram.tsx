import { useEffect, useState } from 'preact/hooks';
import { call, isProblem, ProblemNotice, useText, type Problem } from '../kit.ts';
import { diagramTexts } from '../texts/diagram.ts';
import { readSteps } from '../parts/read-steps.ts';

export interface DiagramProps {
  readonly summary: string;
  readonly route: 'GET /services/{service}/channels/{channel}/diagram.svg' | 'GET /requests/{id}/diagram.svg';
  readonly params: object;
}

/** A picture of the regulation's actions, and the same as a list for people who do not see it. Loaded when opened. */
export default function Diagram({ summary, route, params }: DiagramProps) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const [drawn, setDrawn] = useState<{ url: string; steps: readonly string[] }>();
  const [problem, setProblem] = useState<Problem>();
  const asked = JSON.stringify(params);
  useEffect(() => {
    if (!isOpen) return undefined;
    let url = '';
    void call(route, { params: JSON.parse(asked) as never }).then((svg) => {
      if (isProblem(svg)) return setProblem(svg);
      url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
      setProblem(undefined);
      return setDrawn({ url, steps: readSteps(svg) });
    });
    return () => URL.revokeObjectURL(url);
  }, [isOpen, route, asked, t.language]);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{summary}</summary>
      {problem && <ProblemNotice problem={problem} />}
      {drawn && (
        <>
          <div class="scroll" tabIndex={0} role="region" aria-label={summary}>
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
      )}
    </details>
  );
}
