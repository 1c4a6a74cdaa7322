import { useRef } from 'preact/hooks';
import { actions, useText, useWhen } from '../../kit.ts';
import type { Line } from '../../outbox/entry.ts';
import { removeEntries } from '../../outbox/shelf.ts';
import { outboxTexts } from '../../texts/outbox.ts';

/** It cannot be undone, so the page asks; the answer that loses nothing has the focus. */
export function RemoveEntry({ line: { id, at, state } }: { readonly line: Line }) {
  const t = useText();
  const when = useWhen();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = `remove-${id}`;
  const remove = () => {
    dialog.current?.close();
    document.querySelector('h1')?.focus();
    void removeEntries((line) => line.id === id);
  };
  return (
    <>
      <button type="button" class="link" onClick={() => dialog.current?.showModal()}>
        {t(actions.remove)}
        <span class="unseen">, {when(new Date(at).toISOString())}</span>
      </button>
      <dialog ref={dialog} aria-labelledby={title}>
        <h2 id={title}>{t(outboxTexts.removeAsk)}</h2>
        <p>{t(state === 'to-sign' ? outboxTexts.removeSent : outboxTexts.removeText)}</p>
        <p class="buttons">
          <button type="button" class="button danger" onClick={remove}>
            {t(actions.remove)}
          </button>
          <button type="button" class="button second" autofocus onClick={() => dialog.current?.close()}>
            {t(actions.keep)}
          </button>
        </p>
      </dialog>
    </>
  );
}
