import { goTo, useEffect, useRef, useText } from '../kit.ts';
import { employeeHere } from '../outbox/keys.ts';
import { forgetEmployee, ownLines } from '../outbox/shelf.ts';
import { outboxTexts } from '../texts/outbox.ts';

/** Of the employee who is signed in: what only this browser has. */
export const count = async () => (await ownLines()).filter(({ state }) => state !== 'to-sign').length;

export async function forget() {
  const account = employeeHere();
  if (account !== undefined) await forgetEmployee(account);
}

export interface LeaveUnsentProps {
  readonly unsent: number;
  readonly leave: () => void;
  readonly stay: () => void;
}

/** Signing out deletes what was not sent, so the page asks; the answer that loses nothing has the focus. */
export default function LeaveUnsent({ unsent, leave, stay }: LeaveUnsentProps) {
  const t = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const look = () => {
    stay();
    goTo('/app/outbox');
  };
  return (
    <dialog ref={dialog} aria-labelledby="leave-unsent" onClose={stay}>
      <h2 id="leave-unsent">{t(outboxTexts.leaveAsk, { n: unsent })}</h2>
      <p>{t(outboxTexts.leaveText)}</p>
      <p class="buttons">
        <button type="button" class="button second" autofocus onClick={stay}>
          {t(outboxTexts.stay)}
        </button>
        <button type="button" class="button danger" onClick={leave}>
          {t(outboxTexts.leaveAnyway)}
        </button>
        <button type="button" class="button second" onClick={look}>
          {t(outboxTexts.title)}
        </button>
      </p>
    </dialog>
  );
}
