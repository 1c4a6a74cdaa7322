import { useState } from 'preact/hooks';
import { OTHER } from '../../../lib/domain/regulation/documents-in.ts';
import { Icon, ProblemNotice, useText, type Answer, type Problem } from '../../kit.ts';
import { DropZone } from '../drop-zone.tsx';
import type { Draft, Paper } from './use-draft.ts';
import { fetchScan } from './sheets.ts';
import { useViewer, Viewer } from './viewer.tsx';
import { counterTexts } from '../../texts/counter.ts';
import { needs } from '../paper.ts';
import { scanTexts } from '../../texts/scans.ts';

interface Props {
  readonly draft: Draft;
  /** The service's list for this channel. */
  readonly documents: Answer<'GET /services/{service}'>['documents'];
  /** Files were added: they may be uploaded while the form is being filled in. */
  readonly added: () => void;
}

const faults = { type: scanTexts.wrongType, size: scanTexts.tooLarge, line: scanTexts.lineCut } as const;

/** The visitor's papers: from the scanner's folder, a camera, by dragging, by pasting; shown on the page. */
export function CounterScans({ draft, documents, added }: Props) {
  const t = useText();
  const [problem, setProblem] = useState<Problem>();
  const good = draft.papers.filter(({ fault }) => fault === undefined || fault === 'line');
  const sheets = good.map(({ key, name, type, file, attachment }) => ({
    ...{ id: key, name, type },
    read: async () => (file ? new Uint8Array(await file.arrayBuffer()) : fetchScan(draft.id ?? '', attachment ?? '')),
  }));
  const asked = documents.filter(({ scan }) => scan !== undefined);
  const isHere = (code: string) => good.some(({ document }) => document === code);
  const { keys: _, ...viewer } = useViewer(sheets);
  const remove = async (key: string) => {
    setProblem(await draft.remove(key));
    viewer.show(0);
  };
  const choose = async (key: string, document: string) => {
    const refused = await draft.name(key, document);
    setProblem(refused);
    if (!refused) added();
  };
  const stateOf = ({ part, attachment, fault, name }: Paper) => {
    if (fault) return t(faults[fault], { name });
    if (part !== undefined) return t(scanTexts.percent, { n: Math.round(part * 100) });
    return attachment === undefined ? t(counterTexts.waits) : t(scanTexts.added);
  };
  return (
    <>
      {asked.length > 0 && (
        <ul class="small" aria-label={t(scanTexts.asked)}>
          {asked.map(({ code, name, scan }) => (
            <li key={code}>
              {t(name)}: <strong>{t(isHere(code) ? scanTexts.added : scanTexts.absent)}</strong>
              {scan && !isHere(code) && `, ${t(needs[scan]).toLowerCase()}`}
            </li>
          ))}
        </ul>
      )}
      <DropZone
        label={t(counterTexts.scans)}
        onFiles={(files) => {
          setProblem(undefined);
          void draft.add(files).then(added);
        }}
      />
      {problem && <ProblemNotice problem={problem} />}
      <ul class="papers" aria-live="polite">
        {draft.papers.map((paper) => (
          <li key={paper.key}>
            <span>{paper.name}</span>
            {documents.length > 0 && (
              <select
                aria-label={t(scanTexts.which, { name: paper.name })}
                value={paper.document}
                disabled={!paper.file || paper.part !== undefined}
                onChange={({ currentTarget }) => void choose(paper.key, currentTarget.value)}
              >
                {[...documents, { code: OTHER, name: scanTexts.other }].map(({ code, name }) => (
                  <option key={code} value={code}>
                    {t(name)}
                  </option>
                ))}
              </select>
            )}
            <span class={paper.fault ? 'tag error' : 'tag'}>
              {paper.attachment !== undefined && <Icon name="tick" />} {stateOf(paper)}
            </span>
            <button
              type="button"
              class="link"
              aria-label={t(scanTexts.removeNamed, { name: paper.name })}
              onClick={() => void remove(paper.key)}
            >
              {t(scanTexts.remove)}
            </button>
          </li>
        ))}
      </ul>
      <Viewer key={good.length} sheets={sheets} title={t(counterTexts.scans)} {...viewer} />
    </>
  );
}
