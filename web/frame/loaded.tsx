import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Awaited } from '../api/use-answer.ts';
import { frame } from './texts.ts';
import { useText } from '../state/language.ts';
import { ProblemNotice } from './problem-notice.tsx';

interface Props<Value> {
  readonly from: Awaited<Value>;
  readonly children: (value: Value) => ComponentChildren;
}

/**
 * Shows lines as a placeholder while an answer is awaited, then the answer, or why it is missing and what to do next.
 */
export function Loaded<Value>({ from: { value, problem, reload }, children }: Props<Value>) {
  if (value !== undefined) return <>{children(value)}</>;
  return problem ? <ProblemNotice problem={problem} again={reload} /> : <Waiting />;
}

/** A quick answer does not make the page flicker. */
function Waiting() {
  const t = useText();
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="waiting" role="status" aria-busy="true">
      {isLong && (
        <>
          <span class="unseen">{t(frame.loading)}</span>
          <i />
          <i />
          <i />
        </>
      )}
    </div>
  );
}
