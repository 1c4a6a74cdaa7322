import { useState } from 'preact/hooks';
import { Icon, isProblem, ProblemNotice, useText, type Problem } from '../../kit.ts';
import { DropZone } from '../drop-zone.tsx';
import type { Draft, Paper } from './use-draft.ts';
import { fetchScan } from './sheets.ts';
import { useViewer, Viewer } from './viewer.tsx';
import { counterTexts } from '../../texts/counter.ts';
import { scanTexts } from '../../texts/scans.ts';

interface Props {
  readonly draft: Draft;
  /** Files were added: they may be uploaded while the form is being filled in. */
  readonly added: () => void;
}

const faults = { type: scanTexts.wrongType, size: scanTexts.tooLarge, line: scanTexts.lineCut } as const;

/** The visitor's papers: from the scanner's folder, a camera, by dragging, by pasting; shown on the page. */
export function CounterScans({ draft, added }: Props) {
  const t = useText();
  const [problem, setProblem] = useState<Problem>();
  const good = draft.papers.filter(({ fault }) => fault === undefined || fault === 'line');
  const sheets = good.map(({ key, name, type, file, attachment }) => ({
    ...{ id: key, name, type },
    read: async () => (file ? new Uint8Array(await file.arrayBuffer()) : fetchScan(draft.id ?? '', attachment ?? '')),
  }));
  const { keys: _, ...viewer } = useViewer(sheets);
  const remove = async (key: string) => {
    const gone = await draft.remove(key);
    setProblem(isProblem(gone) ? gone : undefined);
    viewer.show(0);
  };
  const stateOf = ({ part, attachment, fault, name }: Paper) => {
    if (fault) return t(faults[fault], { name });
    if (part !== undefined) return t(scanTexts.percent, { n: Math.round(part * 100) });
    return attachment === undefined ? t(counterTexts.waits) : t(scanTexts.added);
  };
  return (
    <>
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
