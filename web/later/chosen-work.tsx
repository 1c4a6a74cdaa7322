import {
  BusyButton,
  call,
  goTo,
  isProblem,
  lazy,
  ProblemNotice,
  useSession,
  useState,
  useText,
  type Problem,
} from '../kit.ts';
import type { OrderWorkProps } from './order-work.tsx';
import { countOrdered, type Ordered } from '../parts/staff/count-ordered.ts';
import { SIGNED, signingAddress } from '../parts/staff/signing-address.ts';
import { isFree, isMine, type Line } from '../parts/staff/take-work.ts';
import { orderTexts } from '../texts/order-work.ts';
import { queueTexts } from '../texts/queue.ts';

const OrderWork = lazy<OrderWorkProps>('later/order-work');

export interface ChosenWorkProps {
  readonly lines: readonly Line[];
  /** Something has been done: the list has other lines now. */
  readonly done: (result: Ordered) => void;
}

/** What is signed by EDS, and is nobody else's. */
const canSign = (line: Line) => line.task === 'sign' && !line.paper && (isFree(line) || isMine(line));

/** What can be done with the chosen pieces of work. */
export default function ChosenWork({ lines, done }: ChosenWorkProps) {
  const t = useText();
  const isHead = useSession()?.role === 'mio-head';
  const [act, setAct] = useState<OrderWorkProps['act']>();
  const [busy, setBusy] = useState<'take' | 'sign'>();
  const [problem, setProblem] = useState<Problem>();
  if (act) return <OrderWork act={act} lines={lines} done={done} stop={() => setAct(undefined)} />;
  const free = lines.filter(isFree);
  const toSign = lines.filter(canSign);
  /** Undefined if the server has not answered. */
  const claim = async (of: readonly Line[], why: 'take' | 'sign') => {
    if (of.length === 0) return { n: 0, refused: [] };
    setBusy(why);
    const answer = await call('POST /claimed-work', { body: { work: of.map(({ id }) => ({ id })) } });
    setBusy(undefined);
    setProblem(isProblem(answer) ? answer : undefined);
    return isProblem(answer) ? undefined : countOrdered(answer, of);
  };
  const take = async () => {
    const claimed = await claim(free, 'take');
    if (claimed) done({ ...claimed, isMine: true });
  };
  const sign = async () => {
    const claimed = await claim(toSign.filter(isFree), 'sign');
    if (claimed?.refused.length === toSign.length) return done({ ...claimed, isMine: true });
    return claimed && goTo(signingAddress(toSign.map(({ id }) => id)));
  };
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      {toSign.length > SIGNED && <p>{t(orderTexts.tooMany, { n: SIGNED })}</p>}
      <p class="buttons">
        {toSign.length > 0 && toSign.length <= SIGNED && (
          <BusyButton isBusy={busy !== undefined} busy={t(queueTexts.taking)} onClick={() => void sign()}>
            {t(orderTexts.sign)}
          </BusyButton>
        )}
        {free.length > 0 && (
          <BusyButton kind="second" isBusy={busy !== undefined} busy={t(queueTexts.taking)} onClick={() => void take()}>
            {t(orderTexts.take)}
          </BusyButton>
        )}
        {isHead && (
          <button type="button" class="button second" onClick={() => setAct('give')}>
            {t(orderTexts.give)}
          </button>
        )}
        {isHead && lines.some(({ claimedBy }) => claimedBy) && (
          <button type="button" class="button second" onClick={() => setAct('recall')}>
            {t(orderTexts.recall)}
          </button>
        )}
      </p>
    </>
  );
}
