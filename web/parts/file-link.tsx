import { useState } from 'preact/hooks';
import { call, Icon, isProblem, ProblemNotice, type Answer, type Problem } from '../kit.ts';

interface Props {
  readonly request: string;
  /** Which route to call, and which address in the answer to open. */
  readonly of: 'receipt' | 'document' | 'signature';
  readonly text: string;
}

/** Addresses of files are valid for minutes, so they are requested when somebody opens the file. */
export function FileLink({ request, of, text }: Props) {
  const [problem, setProblem] = useState<Problem>();
  const open = async () => {
    // Opened at once: later the browser would not let the page open a tab.
    const tab = window.open('', '_blank');
    const params = { id: request };
    const found =
      of === 'receipt'
        ? await call('GET /requests/{id}/receipt', { params })
        : await call('GET /requests/{id}/output', { params });
    setProblem(isProblem(found) ? found : undefined);
    const url = isProblem(found) ? undefined : addressOf(found, of);
    if (url === undefined) tab?.close();
    else if (tab) tab.location.href = url;
    else location.href = url;
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

type Found = Answer<'GET /requests/{id}/receipt'> | Answer<'GET /requests/{id}/output'>;

const addressOf = (found: Found, of: Props['of']) =>
  of === 'signature' ? ('signature' in found ? found.signature?.url : undefined) : found.document.url;
