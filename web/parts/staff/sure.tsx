import { useState } from 'preact/hooks';
import { BusyButton, isProblem, ProblemNotice, useText, type Problem } from '../../kit.ts';
import { officerTexts } from '../../texts/officers.ts';
import type { Text } from '../../texts/text.ts';

interface Props {
  /** It names the person. */
  readonly question: Text;
  readonly name: string;
  readonly act: () => Promise<unknown>;
  readonly done: () => void;
  readonly stop: () => void;
}

/** Asks before something is taken from somebody. */
export function Sure({ question, name, act, done, stop }: Props) {
  const t = useText();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const go = async () => {
    setBusy(true);
    const answer = await act();
    setBusy(false);
    if (isProblem(answer)) setProblem(answer);
    else done();
  };
  return (
    <div role="group">
      <p>{t(question, { name })}</p>
      {problem && <ProblemNotice problem={problem} />}
      <BusyButton isBusy={isBusy} busy={t(officerTexts.doing)} kind="danger" onClick={() => void go()}>
        {t(officerTexts.yes)}
      </BusyButton>{' '}
      <button type="button" class="button second" onClick={stop}>
        {t(officerTexts.back)}
      </button>
    </div>
  );
}
