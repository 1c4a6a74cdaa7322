import { useEffect, useRef, useState } from 'preact/hooks';
import type { CardReport } from '../../lib/card/report.ts';
import { call, isProblem, lazy, load, useText } from '../kit.ts';
import type { CardResultProps } from './card-result.tsx';
import { CheckDrop } from '../parts/check-drop.tsx';
import { Line } from '../parts/line.tsx';
import { cardTexts } from '../texts/card.ts';
import { ownFileTexts } from '../texts/own-file.ts';

const CardResult = lazy<CardResultProps>('later/card-result');

type Core = typeof import('./check-document.ts');

type State =
  { readonly card: CardReport; readonly isComplete: boolean } | 'noTrust' | 'tooLarge' | 'checking' | undefined;

/** The largest file that a phone reads at once. */
const MOST = 32 * 1024 * 1024;

/** Checks a card of any system, all here; nothing of it is sent. */
export default function CardFile() {
  const t = useText();
  const [state, setState] = useState<State>();
  const answer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state && state !== 'checking') answer.current?.focus();
  }, [state]);

  const take = async ([file]: readonly File[]) => {
    if (!file) return;
    if (file.size > MOST) return setState('tooLarge');
    setState('checking');
    const [core, trust] = await Promise.all([load<Core>('later/check-document'), call('GET /eds/trust')]);
    if (isProblem(trust)) return setState('noTrust');
    const pdf = new Uint8Array(await file.arrayBuffer());
    const card = await core.checkCardFile(pdf, trust, new Date());
    return setState(card ? { card, isComplete: trust.complete } : 'noTrust');
  };

  return (
    <section class="card">
      <h2>{t(cardTexts.title)}</h2>
      <p>{t(cardTexts.intro)}</p>
      <CheckDrop choose={t(cardTexts.choose)} onFiles={take} />
      <p role="status" class="unseen">
        {state === 'checking' && t(ownFileTexts.checking)}
      </p>
      <div ref={answer} tabIndex={-1} role="group" aria-label={t(ownFileTexts.here)}>
        {state === 'noTrust' && <Line good={false}>{t(ownFileTexts.noTrust)}</Line>}
        {state === 'tooLarge' && <Line good={false}>{t(cardTexts.tooLarge)}</Line>}
        {typeof state === 'object' && (
          <>
            <h3>{t(ownFileTexts.here)}</h3>
            <CardResult {...state} />
          </>
        )}
      </div>
    </section>
  );
}
