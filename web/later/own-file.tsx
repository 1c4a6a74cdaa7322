import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CardReport } from '../../lib/card/report.ts';
import { call, isProblem, lazy, load, session, useText, useWhen, type Answer } from '../kit.ts';
import type { CardResultProps } from './card-result.tsx';
import { CheckDrop } from '../parts/check-drop.tsx';
import { fetchFile } from '../parts/staff/fetch-file.ts';
import { Line } from '../parts/line.tsx';
import type { ProofProps } from './proof.tsx';
import { ownFileTexts, signatureTexts } from '../texts/own-file.ts';
import type { CheckedSignature } from '../verification/check-document.ts';

const CardResult = lazy<CardResultProps>('later/card-result');
const Proof = lazy<ProofProps>('later/proof');

type Core = typeof import('./check-document.ts');

export interface OwnFileProps {
  readonly document: Answer<'GET /documents/{number}'>;
  /** A signed-in person who came from their request: the signature can be fetched there. */
  readonly request?: string | undefined;
}

interface Found {
  readonly isSame: boolean;
  /** The file is a card: the document is in it. */
  readonly card?: CardReport | undefined;
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
  const [askedAt] = useState(() => new Date().toISOString());
  const answer = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (state && state !== 'checking') answer.current?.focus();
  }, [state]);

  const take = async (files: readonly File[]) => {
    if (files.some(({ size }) => size > MOST)) return setState('tooLarge');
    setState('checking');
    const core = await load<Core>('later/check-document');
    const read = await Promise.all(files.map(async (file) => new Uint8Array(await file.arrayBuffer())));
    const pdf = read.find(core.isPdf);
    if (!pdf) return setState('noPdf');
    const brought = read.find((file) => !core.isPdf(file));
    if (!brought && (await core.bringsFiles(pdf))) return setState(await checkCard(core, pdf));
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

  const checkCard = async (core: Core, pdf: Uint8Array): Promise<State> => {
    const trust = await call('GET /eds/trust');
    const none = { isSame: false, isFetched: false, isComplete: true, signature: 'no-trust' } as const;
    const card = isProblem(trust) ? undefined : await core.checkCardFile(pdf, trust, new Date());
    if (!card || isProblem(trust)) return none;
    const inside = card.document && (await core.digestOf(new Uint8Array(card.document.octets)));
    return { isSame: inside === document.sha256, isFetched: false, isComplete: trust.complete, card };
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
      <CheckDrop choose={t(ownFileTexts.choose)} onFiles={take} />
      <p role="status" class="unseen">
        {state === 'checking' && t(ownFileTexts.checking)}
      </p>
      <div ref={answer} tabIndex={-1} role="group" aria-label={t(ownFileTexts.here)}>
        {(state === 'noPdf' || state === 'tooLarge') && <Line good={false}>{t(ownFileTexts[state])}</Line>}
        {typeof state === 'object' && (
          <>
            <h3>{t(ownFileTexts.here)}</h3>
            <Line good={state.isSame}>{t(state.isSame ? ownFileTexts.same : ownFileTexts.differs)}</Line>
            {state.card && <CardResult card={state.card} isComplete={state.isComplete} />}
            {!state.card && document.signature === 'eds' && <Signature found={state} />}
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
  const { verdict, signer = '', proof, codes } = signature;
  return (
    <>
      <Line good={verdict === 'holds'}>{t(signatureTexts[verdict], verdict === 'holds' ? { signer } : {})}</Line>
      {proof && <Proof proof={proof} />}
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
