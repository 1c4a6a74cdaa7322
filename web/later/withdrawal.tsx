import { Notice, useLayoutEffect, useRef, useState, useText, useWhen, type Answer } from '../kit.ts';
import { FileLink } from '../parts/file-link.tsx';
import { withdrawnTexts } from '../texts/withdraw.ts';
import Withdraw from './withdraw.tsx';

export interface WithdrawalProps {
  readonly request: Answer<'GET /requests/{id}'>;
  readonly changed: () => void;
}

/** The way to take a request back before the decision; once it is taken back, since when, and the paper that says so. */
export default function Withdrawal({ request: { id, state, withdrawal, closedAt }, changed }: WithdrawalProps) {
  const t = useText();
  const when = useWhen();
  const [isDone, setDone] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const isOver = state === 'taken-back' || (isDone && state === 'left');
  // The button that had the focus is gone.
  useLayoutEffect(() => {
    if (isDone && isOver) heading.current?.focus();
  }, [isDone, isOver]);
  if (isOver)
    return (
      <section>
        <h2 ref={heading} tabIndex={-1}>
          {t(state === 'left' ? withdrawnTexts.left : withdrawnTexts.title)}
        </h2>
        <Notice kind={isDone ? 'success' : 'information'} {...(isDone && { role: 'status' })}>
          {state === 'taken-back' && closedAt && <p>{t(withdrawnTexts.what, { when: when(closedAt) })}</p>}
          <FileLink request={id} of="withdrawal" text={t(withdrawnTexts.paper)} />
        </Notice>
      </section>
    );
  if (withdrawal === undefined || isDone) return null;
  return (
    <Withdraw
      id={id}
      way={withdrawal}
      done={() => {
        setDone(true);
        changed();
      }}
    />
  );
}
