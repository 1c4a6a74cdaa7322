import { useEffect, useRef } from 'preact/hooks';
import { useText } from '../../kit.ts';
import { counterTexts } from '../../texts/counter.ts';

interface Props {
  readonly title: string;
  readonly lines: readonly (readonly [label: string, answer: string, lang?: string])[];
  /** Everything is right: continue to the signature. */
  readonly goOn: () => void;
  /** Something must be changed. */
  readonly back: () => void;
}

/** The whole application in words, large, for the visitor to read before the operator signs. */
export function ShowVisitor({ title, lines, goOn, back }: Props) {
  const t = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const next = useRef(back);
  useEffect(() => dialog.current?.showModal(), []);
  const close = (then: () => void) => {
    next.current = then;
    dialog.current?.close();
  };
  return (
    <dialog ref={dialog} class="shown-to-visitor" aria-labelledby="show-title" onClose={() => next.current()}>
      <h2 id="show-title">{t(counterTexts.checkTogether)}</h2>
      <p>{title}</p>
      <dl class="lines">
        {lines.map(([label, answer, lang]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd lang={lang}>{answer}</dd>
          </div>
        ))}
      </dl>
      <p class="buttons">
        <button type="button" class="button" autofocus onClick={() => close(goOn)}>
          {t(counterTexts.isRight)}
        </button>
        <button type="button" class="button second" onClick={() => close(back)}>
          {t(counterTexts.change)}
        </button>
      </p>
    </dialog>
  );
}
