import type { Problem } from '../http/problem.ts';
import { failures, frame } from './texts.ts';
import { signInHere } from '../state/location.ts';
import { useText } from '../state/language.ts';
import { Notice } from './notice.tsx';

interface Props {
  readonly problem: Problem;
  readonly again?: (() => void) | undefined;
}

/** What happened, what did not, and what to do. */
export function ProblemNotice({ problem: { problem, title, text, incident }, again }: Props) {
  const t = useText();
  const said = problem === 'network/failed' ? t(failures.network) : (title ?? t(failures.server));
  return (
    <Notice kind="error" role="alert">
      <p>
        {said} {incident !== undefined && t(frame.incident, { incident })}
      </p>
      {text !== undefined && <p class="small">{text}</p>}
      {problem === 'session/eds-needed' ? (
        <a href={signInHere()}>{t(frame.signIn)}</a>
      ) : (
        again && (
          <p>
            <button type="button" class="link" onClick={again}>
              {t(frame.again)}
            </button>
          </p>
        )
      )}
    </Notice>
  );
}
