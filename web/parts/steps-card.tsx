import { useText } from '../kit.ts';
import { applyTexts, stepTexts } from '../texts/apply.ts';

export type Step = keyof typeof stepTexts;

interface Props {
  readonly steps: readonly Step[];
  readonly now: Step;
  /** The draft, once there is one: links lead back to finished steps. */
  readonly id: string | undefined;
}

/** The pages of an application: finished, present and later ones. */
export function StepsCard({ steps, now, id }: Props) {
  const t = useText();
  const at = steps.indexOf(now);
  return (
    <nav class="card" aria-label={t(applyTexts.steps)}>
      <h2>{t(applyTexts.steps)}</h2>
      <ol class="steps">
        {steps.map((step, index) => (
          <li
            key={step}
            class={index === at ? 'now' : index < at ? 'done' : undefined}
            aria-current={index === at ? 'step' : undefined}
          >
            {index < at ? <a href={`/app/requests/${id}/${step}`}>{t(stepTexts[step])}</a> : t(stepTexts[step])}
          </li>
        ))}
      </ol>
    </nav>
  );
}
