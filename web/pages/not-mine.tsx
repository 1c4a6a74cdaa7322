import {
  BusyButton,
  call,
  isProblem,
  Notice,
  Page,
  ProblemNotice,
  useLayoutEffect,
  useRef,
  useState,
  useText,
  type Problem,
} from '../kit.ts';
import { notMineTexts as texts } from '../texts/not-mine.ts';

/** What the link of a first letter leads to. Programs that follow mailed links change nothing: somebody has to press the button. */
export default function NotMine() {
  const t = useText();
  // No server sees the fragment.
  const [key] = useState(() => location.hash.slice(1));
  const [isBusy, setBusy] = useState(false);
  const [isDone, setDone] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const done = useRef<HTMLParagraphElement>(null);
  // The pressed button is gone.
  useLayoutEffect(() => done.current?.focus(), [isDone]);
  const disown = async () => {
    setBusy(true);
    const answer = await call('POST /disowned-addresses', { body: { key } });
    setBusy(false);
    setProblem(isProblem(answer) ? answer : undefined);
    setDone(!isProblem(answer));
  };
  if (key === '')
    return (
      <Page title={t(texts.title)}>
        <Notice kind="warning">
          <p>{t(texts.noKey)}</p>
        </Notice>
      </Page>
    );
  return (
    <Page title={t(texts.title)}>
      {isDone ? (
        <Notice kind="success" role="status">
          <p ref={done} tabIndex={-1}>
            {t(texts.done)}
          </p>
        </Notice>
      ) : (
        <>
          <p>{t(texts.explain)}</p>
          {problem && <ProblemNotice problem={problem} />}
          <p class="buttons">
            <BusyButton isBusy={isBusy} busy={t(texts.sending)} onClick={() => void disown()}>
              {t(texts.disown)}
            </BusyButton>
          </p>
        </>
      )}
    </Page>
  );
}
