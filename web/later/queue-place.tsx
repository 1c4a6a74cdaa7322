import {
  lazy,
  Loaded,
  Notice,
  useAnswer,
  useLayoutEffect,
  useRef,
  useState,
  useText,
  useWhen,
  type Answer,
} from '../kit.ts';
import { FileLink } from '../parts/file-link.tsx';
import { queuePlaceTexts } from '../texts/queue-place.ts';
import { withdrawnTexts } from '../texts/withdraw.ts';
import type { WithdrawProps } from './withdraw.tsx';

const Withdraw = lazy<WithdrawProps>('later/withdraw');

type InQueue = Answer<'GET /requests/{id}/queue'>;

export interface QueuePlaceProps {
  readonly id: string;
  /** Whether the request still stands in the queue. */
  readonly isWaiting: boolean;
  /** The child was taken out of the queue here. */
  readonly left: () => void;
}

/** Where the request stands, who stands before, what has changed, and the way out of the queue. */
export default function QueuePlace({ id, isWaiting, left }: QueuePlaceProps) {
  const t = useText();
  const found = useAnswer('GET /requests/{id}/queue', { params: { id } });
  const [isDone, setDone] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that had the focus is gone.
  useLayoutEffect(() => {
    if (isDone) heading.current?.focus();
  }, [isDone]);
  return (
    <section>
      <h2 ref={heading} tabIndex={-1}>
        {t(queuePlaceTexts.title)}
      </h2>
      {isDone && (
        <Notice kind="success" role="status">
          <p>{t(queuePlaceTexts.done)}</p>
          <FileLink request={id} of="withdrawal" text={t(withdrawnTexts.paper)} />
        </Notice>
      )}
      <Loaded from={found}>
        {(place) => (
          <>
            <Standing place={place} />
            <Changes changes={place.changes} />
          </>
        )}
      </Loaded>
      {isWaiting && !isDone && (
        <Withdraw
          id={id}
          way="leave-queue"
          done={() => {
            setDone(true);
            found.reload();
            left();
          }}
        />
      )}
    </section>
  );
}

function Standing({ place: { position, of, asOf, order, before = [] } }: { readonly place: InQueue }) {
  const t = useText();
  const when = useWhen();
  if (position === undefined || of === undefined) return <p>{t(queuePlaceTexts.out)}</p>;
  return (
    <>
      <p>
        <strong>{t(queuePlaceTexts.place, { position, of })}</strong>
      </p>
      <p class="small">{t(queuePlaceTexts.asOf, { when: when(asOf) })}</p>
      <p>
        {t(order)}. {t(queuePlaceTexts.mayGrow)}
      </p>
      {before.length === 0 ? <p>{t(queuePlaceTexts.first)}</p> : <Before before={before} />}
    </>
  );
}

const heads = ['month', 'class', 'waiting', 'placed', 'left'] as const;

/** How many stand before, by class and month; nobody's name. */
function Before({ before }: { readonly before: NonNullable<InQueue['before']> }) {
  const t = useText();
  return (
    <details>
      <summary>{t(queuePlaceTexts.before)}</summary>
      <div class="scroll" tabIndex={0} role="region" aria-label={t(queuePlaceTexts.before)}>
        <table class="small" cellPadding="4" style={{ textAlign: 'left' }}>
          <caption style={{ textAlign: 'left' }}>{t(queuePlaceTexts.caption)}</caption>
          <thead>
            <tr>
              {heads.map((name) => (
                <th key={name} scope="col">
                  {t(queuePlaceTexts[name])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {before.map(({ class: of, month, waiting, placed, left, outgrown }) => (
              <tr key={`${of} ${month}`}>
                <th scope="row">{month.split('-').toReversed().join('.')}</th>
                {[of, waiting, placed, left + outgrown].map((count, index) => (
                  <td key={heads[index + 1]}>{count}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="small">{t(queuePlaceTexts.rule)}</p>
    </details>
  );
}

function Changes({ changes }: { readonly changes: InQueue['changes'] }) {
  const t = useText();
  const when = useWhen();
  return (
    <>
      <h3>{t(queuePlaceTexts.changes)}</h3>
      {changes.length === 0 && <p>{t(queuePlaceTexts.unchanged)}</p>}
      <ol class="steps">
        {changes.toReversed().map(({ at, code, text }) => (
          <li key={`${at}${code}`} class="done">
            <strong>{t(text)}</strong>
            <p class="small">
              <time dateTime={at}>{when(at)}</time>
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}
