import { useState } from 'preact/hooks';
import { call, Icon, isProblem, ProblemNotice, useText, type Problem } from '../kit.ts';
import { openFileTexts } from '../texts/open-file.ts';

interface Props {
  readonly request: string;
  readonly attachment: string;
  readonly name: string;
}

/** The address of a scan is valid for minutes, so it is requested when somebody wants to see the scan. */
export function OpenFile({ request, attachment, name }: Props) {
  const t = useText();
  const [problem, setProblem] = useState<Problem>();
  const open = async () => {
    const tab = window.open('', '_blank');
    const link = await call('GET /requests/{id}/attachments/{attachment}', { params: { id: request, attachment } });
    setProblem(isProblem(link) ? link : undefined);
    if (isProblem(link)) tab?.close();
    else if (tab) tab.location.href = link.url;
    else location.href = link.url;
  };
  return (
    <>
      <button type="button" class="link" aria-label={t(openFileTexts.preview, { name })} onClick={() => void open()}>
        <Icon name="file" /> {name}
      </button>
      {problem && <ProblemNotice problem={problem} />}
    </>
  );
}
