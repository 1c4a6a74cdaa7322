import { useEffect, useRef, useState } from 'preact/hooks';
import { actions, call, isProblem, ProblemNotice, useText, type Problem } from '../kit.ts';
import { checkTexts } from '../texts/check.ts';

interface Props {
  readonly id: string;
  readonly done: () => void;
}

/** It cannot be undone, so the page asks; the answer that loses nothing has the focus. */
export function RemoveDraft({ id, done }: Props) {
  const t = useText();
  const [isAsked, setAsked] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isAsked) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isAsked]);
  const remove = async () => {
    const gone = await call('DELETE /requests/{id}', { params: { id } });
    setAsked(false);
    if (isProblem(gone)) setProblem(gone);
    else done();
  };
  return (
    <>
      <button type="button" class="link" onClick={() => setAsked(true)}>
        {t(checkTexts.remove)}
      </button>
      {problem && <ProblemNotice problem={problem} />}
      <dialog ref={dialog} aria-labelledby="remove-title" onClose={() => setAsked(false)}>
        <h2 id="remove-title">{t(checkTexts.removeAsk)}</h2>
        <p>{t(checkTexts.removeText)}</p>
        <p class="buttons">
          <button type="button" class="button danger" onClick={() => void remove()}>
            {t(actions.remove)}
          </button>
          <button type="button" class="button second" autofocus onClick={() => setAsked(false)}>
            {t(actions.keep)}
          </button>
        </p>
      </dialog>
    </>
  );
}
