import { useEffect, useState } from 'preact/hooks';
import { call, isProblem, ProblemNotice, useText, type Answer, type Problem } from '../../kit.ts';
import { deskTexts } from '../../texts/desk.ts';
import { plainName } from '../scan-slot.ts';
import { fetchFile } from './fetch-file.ts';
import { FileFrame } from './file-frame.tsx';

type Attachment = Answer<'GET /requests/{id}'>['attachments'][number];

interface Props {
  readonly request: string;
  readonly scans: readonly Attachment[];
}

/** The scans of an application, one in sight. */
export function Scans({ request, scans }: Props) {
  const t = useText();
  const [index, setIndex] = useState(0);
  const scan = scans[index];
  if (!scan) return <p>{t(deskTexts.noScans)}</p>;
  return (
    <>
      <p class="meta" role="group" aria-label={t(deskTexts.scans)}>
        {scans.map(({ id, name }, each) => (
          <button
            key={id}
            type="button"
            class="button second"
            aria-pressed={each === index}
            onClick={() => setIndex(each)}
          >
            {each + 1}. {plainName(name)}
          </button>
        ))}
      </p>
      <One key={scan.id} request={request} scan={scan} />
    </>
  );
}

function One({ request, scan: { id, name, type } }: { readonly request: string; readonly scan: Attachment }) {
  const [bytes, setBytes] = useState<Uint8Array<ArrayBuffer>>();
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    let here = true;
    const params = { id: request, attachment: id };
    void call('GET /requests/{id}/attachments/{attachment}', { params })
      .then(fetchFile)
      .then((found) => {
        if (!here) return;
        if (isProblem(found)) setProblem(found);
        else setBytes(found);
      });
    return () => {
      here = false;
    };
  }, []);
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      {bytes && <FileFrame bytes={bytes} type={type} name={plainName(name)} />}
    </>
  );
}
