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

/** What is shown of an answer: lines in its place while it is awaited, itself, or why it is not there and a way on. */
export function Loaded<Value>({ from: { value, problem, reload }, children }: Props<Value>) {
  if (value !== undefined) return <>{children(value)}</>;
  return problem ? <ProblemNotice problem={problem} again={reload} /> : <Waiting />;
}

/** Nothing flickers when the answer is quick. */
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
