import { useEffect, useState } from 'preact/hooks';
import { Icon, isProblem, ProblemNotice, useText, type Problem } from '../../kit.ts';
import { savedName } from '../../../lib/domain/request/draft/saved-name.ts';
import { deskTexts } from '../../texts/desk.ts';
import type { Key } from '../../later/keys.tsx';
import type { Sheet } from './sheets.ts';
import { Picture } from './picture.tsx';

/** Which sheet is shown, how large and how turned. */
export interface Look {
  readonly index: number;
  /** In hundredths of the width of its place. */
  readonly zoom: number;
  /** In quarters of a circle. */
  readonly turn: number;
}

const zooms = [100, 150, 200, 300] as const;
const from: Look = { index: 0, zoom: 100, turn: 0 };

export function useViewer(sheets: readonly Sheet[]) {
  const [look, setLook] = useState(from);
  const larger = (by: 1 | -1) =>
    setLook((now) => ({ ...now, zoom: zooms[zooms.findIndex((each) => each === now.zoom) + by] ?? now.zoom }));
  const show = (index: number) => index < sheets.length && setLook({ ...from, index });
  const turn = () => setLook((now) => ({ ...now, turn: (now.turn + 1) % 4 }));
  const isPicture = canTurn(sheets[look.index]);
  const keys: readonly Key[] = [
    ...(sheets.length > 1 ? [{ cap: '1–9', does: 'sheet', run: (digit: number) => show(digit - 1) } as const] : []),
    ...(isPicture
      ? ([
          { cap: '+', does: 'larger', run: () => larger(1) },
          { cap: '−', does: 'smaller', run: () => larger(-1) },
          { cap: 'R', does: 'turn', run: turn },
        ] as const)
      : []),
  ];
  return { look, show, larger, turn, keys };
}

/** A PDF has the browser's own tools; only one browser shows a TIFF. */
const canTurn = (sheet: Sheet | undefined) => sheet?.type.startsWith('image/') === true && sheet.type !== 'image/tiff';

interface Props extends Omit<ReturnType<typeof useViewer>, 'keys'> {
  readonly sheets: readonly Sheet[];
  readonly title: string;
  /** The page has a list of its own, from which they are opened. */
  readonly isListed?: boolean;
}

/** Sheets, one of them shown: a picture can be enlarged and turned, a PDF has the browser's own tools. */
export function Viewer({ sheets, title, isListed = false, look, show, larger, turn }: Props) {
  const t = useText();
  const sheet = sheets[look.index];
  if (!sheet) return null;
  const isPicture = canTurn(sheet);
  return (
    <section class="viewer" aria-label={title}>
      <div class="viewer-bar">
        <h2>
          {look.index + 1} / {sheets.length} <span>{sheet.name}</span>
        </h2>
        {isPicture && (
          <p role="group" aria-label={t(deskTexts.picture)}>
            {(
              [
                ['−', deskTexts.smaller, () => larger(-1)],
                ['+', deskTexts.larger, () => larger(1)],
                ['↻', deskTexts.turn, turn],
              ] as const
            ).map(([mark, text, run]) => (
              <button key={mark} type="button" class="button second" aria-label={t(text)} onClick={run}>
                <span aria-hidden="true">{mark}</span>
              </button>
            ))}
          </p>
        )}
      </div>
      <Body key={sheet.id} sheet={sheet} look={look} />
      {sheets.length > 1 && !isListed && (
        <p class="viewer-tabs" role="group" aria-label={title}>
          {sheets.map(({ id, name }, index) => (
            <button
              key={id}
              type="button"
              class="button second"
              aria-pressed={index === look.index}
              onClick={() => show(index)}
            >
              <kbd aria-hidden="true">{index + 1}</kbd> {name}
            </button>
          ))}
        </p>
      )}
    </section>
  );
}

function Body({ sheet: { read, type, name }, look }: { readonly sheet: Sheet; readonly look: Look }) {
  const t = useText();
  const [url, setUrl] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let here = true;
    let made = '';
    void read().then((found) => {
      if (!here) return;
      setProblem(isProblem(found) ? found : undefined);
      if (isProblem(found)) return;
      made = URL.createObjectURL(new Blob([found], { type }));
      setUrl(made);
    });
    return () => {
      here = false;
      URL.revokeObjectURL(made);
    };
  }, [asked]);
  return (
    <>
      <div class="viewer-body">
        {problem && <ProblemNotice problem={problem} again={() => setAsked((times) => times + 1)} />}
        {url &&
          (type === 'image/tiff' ? (
            <p>{t(deskTexts.tiff)}</p>
          ) : (
            <Shown url={url} type={type} name={name} look={look} />
          ))}
      </div>
      {url && (
        <p class="meta viewer-links">
          <a href={url} target="_blank" rel="noopener">
            {t(deskTexts.apart)}
          </a>
          <a href={url} download={savedName(name, type)}>
            <Icon name="down" /> {name}
          </a>
        </p>
      )}
    </>
  );
}

interface ShownProps {
  readonly url: string;
  readonly type: string;
  readonly name: string;
  readonly look: Look;
}

const Shown = ({ url, type, name, look }: ShownProps) =>
  type.startsWith('image/') ? (
    <Picture url={url} name={name} zoom={look.zoom} turn={look.turn} />
  ) : (
    // Only the sheet: the browser's list of pages beside it would take half of the space.
    <iframe class="sheet" src={`${url}#navpanes=0&view=FitH`} title={name} />
  );
