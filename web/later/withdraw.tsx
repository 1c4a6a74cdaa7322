import { call, useLayoutEffect, useRef, useState, useText } from '../kit.ts';
import { SignWord } from '../parts/sign-word.tsx';
import { useOpened } from '../parts/staff/use-opened.ts';
import { withdrawTexts } from '../texts/withdraw.ts';

export interface WithdrawProps {
  /** Of the request. */
  readonly id: string;
  readonly way: keyof typeof withdrawTexts;
  readonly done: () => void;
}

/** Takes a request back, or a child out of a queue: says what then happens, asks again, and signs. */
export default function Withdraw({ id, way, done }: WithdrawProps) {
  const t = useText();
  const { isOpen, setOpen, heading, opener } = useOpened();
  const [isSigning, setSigning] = useState(false);
  const texts = withdrawTexts[way];
  const params = { id };
  // The pressed button is gone: the words to sign are below the heading.
  const wasSigning = useRef(false);
  useLayoutEffect(() => {
    if (isSigning && !wasSigning.current) heading.current?.focus();
    wasSigning.current = isSigning;
  }, [isSigning]);
  if (!isOpen)
    return (
      <p class="buttons print-hide">
        <button ref={opener} type="button" class="button second" onClick={() => setOpen(true)}>
          {t(texts.open)}
        </button>
      </p>
    );
  return (
    <section id="withdraw">
      <h3 ref={heading} tabIndex={-1}>
        {t(texts.what)}
      </h3>
      <ul>
        {(['first', 'second', 'third'] as const).map((name) => (
          <li key={name}>{t(texts[name])}</li>
        ))}
      </ul>
      {isSigning && (
        <SignWord
          ask={() => call('GET /requests/{id}/withdrawal/signable', { params })}
          send={(cms) => call('POST /requests/{id}/withdrawal', { params, body: { cms } })}
          verb={t(texts.sign)}
          fileName="withdrawal.json"
          done={done}
        />
      )}
      <p class="buttons">
        {!isSigning && (
          <button type="button" class="button danger" onClick={() => setSigning(true)}>
            {t(texts.goOn)}
          </button>
        )}
        <button
          type="button"
          class="button second"
          onClick={() => {
            setSigning(false);
            setOpen(false);
          }}
        >
          {t(texts.stay)}
        </button>
      </p>
    </section>
  );
}
