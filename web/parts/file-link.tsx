import { useState } from 'preact/hooks';
import { call, Icon, isProblem, ProblemNotice, type Answer, type Problem } from '../kit.ts';

interface Props {
  readonly request: string;
  /** Which route to call, and which address in the answer to open. */
  readonly of: 'receipt' | 'withdrawal' | 'document' | 'signature' | 'card';
  readonly text: string;
  /** Of a document of a former run. */
  readonly number?: string;
}

const routes = {
  receipt: 'GET /requests/{id}/receipt',
  withdrawal: 'GET /requests/{id}/withdrawal',
  document: 'GET /requests/{id}/output',
  signature: 'GET /requests/{id}/output',
  card: 'GET /requests/{id}/card',
} as const satisfies Record<Props['of'], string>;

/** Addresses of files are valid for minutes, so they are requested when somebody opens the file. */
export function FileLink({ request, of, text, number }: Props) {
  const [problem, setProblem] = useState<Problem>();
  const open = async () => {
    // Opened at once: later the browser would not let the page open a tab.
    const tab = window.open('', '_blank');
    const params = { id: request };
    const found = await call(routes[of], { params });
    setProblem(isProblem(found) ? found : undefined);
    const url = isProblem(found) ? undefined : addressOf(issued(found, number), of);
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

type Found = Answer<(typeof routes)[Props['of']]>;

const issued = (found: Found, number: string | undefined): Found =>
  ('earlier' in found && found.earlier?.find((each) => each.number === number)) || found;

const addressOf = (found: Found, of: Props['of']) =>
  of === 'signature' ? ('signature' in found ? found.signature?.url : undefined) : found.document.url;
