import { useState } from 'preact/hooks';
import { call, Icon, isProblem, ProblemNotice, type Problem } from '../kit.ts';

interface Props {
  readonly request: string;
  readonly complaint: string;
  readonly of: 'document' | 'signature';
  readonly text: string;
}

/** The answer to a complaint, or its signature: the address is valid for minutes, so it is requested when somebody opens it. */
export function ReplyLink({ request, complaint, of, text }: Props) {
  const [problem, setProblem] = useState<Problem>();
  const open = async () => {
    const tab = window.open('', '_blank');
    const params = { id: request, complaint };
    const found = await call('GET /requests/{id}/complaints/{complaint}/answer', { params });
    setProblem(isProblem(found) ? found : undefined);
    if (isProblem(found)) tab?.close();
    else if (tab) tab.location.href = found[of].url;
    else location.href = found[of].url;
  };
  return (
    <>
      <button type="button" class="link" onClick={() => void open()}>
        <Icon name="down" /> {text}
      </button>
      {problem && <ProblemNotice problem={problem} />}
    </>
  );
}
