import { useRef, useState } from 'preact/hooks';
import { call, Icon, isProblem, ProblemNotice, useText, type Answer, type Problem } from '../kit.ts';
import { scanTexts } from '../texts/scans.ts';
import { DropZone } from './drop-zone.tsx';
import { OpenFile } from './open-file.tsx';
import { shrink } from './shrink.ts';
import { LIMIT, typeOf, upload } from './upload.ts';
import { writeSize } from './write-size.ts';

type Attachment = Answer<'GET /requests/{id}'>['attachments'][number];

interface Props {
  readonly request: string;
  /** The code of the document. */
  readonly document: string;
  readonly title: string;
  /** Who has to send it. */
  readonly need?: string | undefined;
  readonly scans: readonly Attachment[];
  /** Something was added or removed. */
  readonly changed: () => void;
}

type State =
  | { readonly step: 'idle'; readonly fault?: string; readonly file?: File }
  | { readonly step: 'uploading'; readonly name: string; readonly part: number };

/** One document of the list: its scans, those being uploaded, and where to add more. */
export function ScanBox({ request, document, title, need, scans, changed }: Props) {
  const t = useText();
  const [state, setState] = useState<State>({ step: 'idle' });
  const [saved, setSaved] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<Problem>();
  const stop = useRef(new AbortController());

  const add = async (chosen: File) => {
    setProblem(undefined);
    if (typeOf(chosen) === undefined)
      return setState({ step: 'idle', fault: t(scanTexts.wrongType, { name: chosen.name }) });
    stop.current = new AbortController();
    setState({ step: 'uploading', name: chosen.name, part: 0 });
    const file = await shrink(chosen);
    if (file.size > LIMIT) return setState({ step: 'idle', fault: t(scanTexts.tooLarge, { name: chosen.name }) });
    const done = await upload(request, file, document, {
      onProgress: (part) => setState({ step: 'uploading', name: chosen.name, part }),
      signal: stop.current.signal,
    });
    if (!isProblem(done)) {
      const [before, after] = [writeSize(chosen.size, t), writeSize(file.size, t)];
      if (file !== chosen) setSaved((all) => ({ ...all, [done]: t(scanTexts.shrunk, { before, after }) }));
      setState({ step: 'idle' });
      return changed();
    }
    if (stop.current.signal.aborted) return setState({ step: 'idle' });
    setState({
      step: 'idle',
      file: chosen,
      ...(done.problem === 'network/failed' && { fault: t(scanTexts.lineCut, { name: chosen.name }) }),
    });
    return done.problem === 'network/failed' ? undefined : setProblem(done);
  };

  const remove = async (attachment: string) => {
    const gone = await call('DELETE /requests/{id}/attachments/{attachment}', { params: { id: request, attachment } });
    setProblem(isProblem(gone) ? gone : undefined);
    if (!isProblem(gone)) changed();
  };

  return (
    <li class={state.step === 'idle' && state.fault ? 'field wrong' : undefined}>
      <h2 class="line">{title}</h2>
      {need && scans.length === 0 && <p class="small">{need}</p>}
      {scans.map((scan) => (
        <Scan key={scan.id} request={request} scan={scan} size={saved[scan.id]} remove={() => void remove(scan.id)} />
      ))}
      {problem && <ProblemNotice problem={problem} />}
      {state.step === 'uploading' ? (
        <div role="status">
          <label>
            {state.name} — {t(scanTexts.uploading)}
            <progress max={1} value={state.part} />
          </label>
          <p class="meta">
            <span>{t(scanTexts.percent, { n: Math.round(state.part * 100) })}</span>
            <button type="button" class="link" onClick={() => stop.current.abort()}>
              {t(scanTexts.stop)}
            </button>
          </p>
        </div>
      ) : (
        <>
          {state.fault && (
            <p class="fault" role="alert">
              <Icon name="stop" /> {state.fault}
              {state.file && (
                <button type="button" class="link" onClick={() => void add(state.file!)}>
                  {t(scanTexts.again)}
                </button>
              )}
            </p>
          )}
          <DropZone label={title} onFiles={([file]) => void (file && add(file))} />
        </>
      )}
    </li>
  );
}

interface ScanProps {
  readonly request: string;
  readonly scan: Attachment;
  readonly size: string | undefined;
  readonly remove: () => void;
}

function Scan({ request, scan: { id, name, size }, size: shrunk, remove }: ScanProps) {
  const t = useText();
  return (
    <p class="meta">
      <span class="tag success">
        <Icon name="tick" /> {t(scanTexts.added)}
      </span>
      <OpenFile request={request} attachment={id} name={name} />
      <span>{shrunk ?? writeSize(size, t)}</span>
      <button type="button" class="link" aria-label={t(scanTexts.removeNamed, { name })} onClick={remove}>
        {t(scanTexts.remove)}
      </button>
    </p>
  );
}
