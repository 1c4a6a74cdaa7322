import { useLayoutEffect, useRef } from 'preact/hooks';
import { useText } from '../kit.ts';
import { summary } from '../texts/fields.ts';

export interface SummaryLine {
  /** Id of the control. */
  readonly id: string;
  readonly text: string;
}

export interface ErrorSummaryProps {
  readonly lines: readonly SummaryLine[];
  /** Counts the refusals. */
  readonly attempt: number;
}

/**
 * Above a form that was refused: what is wrong, each with a link to its field. It takes the focus each time it appears.
 */
export function ErrorSummary({ lines, attempt }: ErrorSummaryProps) {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (lines.length > 0) box.current?.focus();
  }, [attempt]);
  if (lines.length === 0) return null;
  return (
    <div class="summary" ref={box} tabIndex={-1} role="alert" aria-labelledby="summary-title">
      <h2 id="summary-title">{t(summary.title, { n: lines.length })}</h2>
      <ul>
        {lines.map(({ id, text }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(id)?.focus();
              }}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
