import { useEffect, useRef, useState } from 'preact/hooks';
import { call, Icon, isProblem, load, session, useText, useWhen, type Answer } from '../kit.ts';
import { fetchFile } from '../parts/staff/fetch-file.ts';
import { ownFileTexts, signatureTexts } from '../texts/own-file.ts';
import type { CheckedSignature } from '../verification/check-document.ts';

type Core = typeof import('./check-document.ts');

export interface OwnFileProps {
  readonly document: Answer<'GET /documents/{number}'>;
  /** A signed-in person who came from their request: the signature can be fetched there. */
  readonly request?: string | undefined;
}

interface Found {
  readonly isSame: boolean;
  readonly signature?: CheckedSignature | 'no-trust';
  readonly isFetched: boolean;
  readonly isComplete: boolean;
}
type State = Found | 'noPdf' | 'tooLarge' | 'checking' | undefined;

/** The largest size of our documents. */
const MOST = 16 * 1024 * 1024;

/** Compares the visitor's file with the number and checks it, all here; nothing of it is sent. */
export default function OwnFile({ document, request }: OwnFileProps) {
  const t = useText();
  const when = useWhen();
  const [state, setState] = useState<State>();
  const [isOver, setOver] = useState(false);
  const [askedAt] = useState(() => new Date().toISOString());
  const answer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state && state !== 'checking') answer.current?.focus();
  }, [state]);

  const take = async (list: FileList | null | undefined) => {
    const files = [...(list ?? [])];
    if (files.length === 0) return;
    if (files.some(({ size }) => size > MOST)) return setState('tooLarge');
    setState('checking');
    const core = await load<Core>('later/check-document');
    const read = await Promise.all(files.map(async (file) => new Uint8Array(await file.arrayBuffer())));
    const pdf = read.find(core.isPdf);
    if (!pdf) return setState('noPdf');
    const brought = read.find((file) => !core.isPdf(file));
    const isSame = (await core.digestOf(pdf)) === document.sha256;
    const fetched = brought ? undefined : await fetchSignature();
    const cms = brought ?? fetched;
    const [isFetched, base] = [fetched !== undefined, { isSame, isComplete: true }];
    if (!cms) return setState({ ...base, isFetched });
    const trust = await call('GET /eds/trust');
    if (isProblem(trust)) return setState({ ...base, isFetched, signature: 'no-trust' });
    const issuedAt = isSame ? new Date(document.issuedAt) : undefined;
    const signature = core.checkSignature({ pdf, cms, trust, issuedAt, now: new Date() });
    return setState({ isSame, isFetched, signature, isComplete: trust.complete });
  };

  const fetchSignature = async (): Promise<Uint8Array | undefined> => {
    if (request === undefined || !session.get()) return undefined;
    const output = await call('GET /requests/{id}/output', { params: { id: request } });
    if (isProblem(output)) return undefined;
    const found = [output, ...(output.earlier ?? [])].find(({ number }) => number === document.number);
    const file = found?.signature && (await fetchFile(found.signature));
    return file && !isProblem(file) ? file : undefined;
  };

  return (
    <section class="card">
      <h2>{t(ownFileTexts.title)}</h2>
      <p>{t(ownFileTexts.intro)}</p>
      <div
        class={isOver ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void take(event.dataTransfer?.files);
        }}
      >
        <label class="button second pick">
          <Icon name="up" /> {t(ownFileTexts.choose)}
          <input
            type="file"
            multiple
            accept=".pdf,.p7s,.cms,.p7m,.sig"
            onChange={({ currentTarget }) => {
              // Cleared only after the files are read: it empties the list.
              void take(currentTarget.files).then(() => (currentTarget.value = ''));
            }}
          />
        </label>
        <span class="small">{t(ownFileTexts.drop)}</span>
      </div>
      <p role="status" class="unseen">
        {state === 'checking' && t(ownFileTexts.checking)}
      </p>
      <div ref={answer} tabIndex={-1} role="group" aria-label={t(ownFileTexts.here)}>
        {(state === 'noPdf' || state === 'tooLarge') && <Line good={false}>{t(ownFileTexts[state])}</Line>}
        {typeof state === 'object' && (
          <>
            <h3>{t(ownFileTexts.here)}</h3>
            <Line good={state.isSame}>{t(state.isSame ? ownFileTexts.same : ownFileTexts.differs)}</Line>
            {document.signature === 'eds' && <Signature found={state} />}
            <h3>{t(ownFileTexts.onlyThere)}</h3>
            <Line good={document.status === 'genuine'}>{t(ownFileTexts.status[document.status])}</Line>
            <p class="small">{t(ownFileTexts.statusAt, { at: when(askedAt) })}</p>
          </>
        )}
      </div>
    </section>
  );
}

function Signature({ found: { signature, isFetched, isComplete } }: { readonly found: Found }) {
  const t = useText();
  if (signature === undefined) return <p>{t(ownFileTexts.noSignature)}</p>;
  if (signature === 'no-trust') return <Line good={false}>{t(ownFileTexts.noTrust)}</Line>;
  const { verdict, signer = '', codes } = signature;
  return (
    <>
      <Line good={verdict === 'holds'}>{t(signatureTexts[verdict], verdict === 'holds' ? { signer } : {})}</Line>
      {isFetched && <p class="small">{t(ownFileTexts.fetched)}</p>}
      {!isComplete && <p class="small">{t(ownFileTexts.lists)}</p>}
      {verdict !== 'holds' && codes.length > 0 && (
        <details>
          <summary>{t(ownFileTexts.details)}</summary>
          <ul>
            {codes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

const Line = ({ good, children }: { readonly good: boolean; readonly children: string }) => (
  <div class={good ? 'notice success' : 'notice error'}>
    <Icon name={good ? 'tick' : 'cross'} />
    <div>
      <p>{children}</p>
    </div>
  </div>
);
