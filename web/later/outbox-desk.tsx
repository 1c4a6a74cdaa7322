import { Notice, useEffect, useSession, useState, useText, useWhen } from '../kit.ts';
import { isOver, type Line } from '../outbox/entry.ts';
import { OutboxLine } from '../parts/staff/outbox-line.tsx';
import { RemoveEntry } from '../parts/staff/remove-entry.tsx';
import { useOutbox } from '../parts/staff/use-outbox.ts';
import { listTexts } from '../texts/list.ts';
import { outboxTexts, unkeptTexts } from '../texts/outbox.ts';

/** What this browser keeps until it is sent; of other employees only that there is something. */
export default function OutboxDesk() {
  const t = useText();
  const account = useSession()?.account;
  const lines = useOutbox();
  const [isLasting, setLasting] = useState(true);
  useEffect(() => {
    void navigator.storage?.persisted?.().then(setLasting);
  }, []);
  if (!globalThis.indexedDB || !globalThis.crypto?.subtle)
    return (
      <Notice kind="warning">
        <p>{t(unkeptTexts.absent)}</p>
      </Notice>
    );
  if (!lines) return null;
  const own = lines.filter((line) => line.account === account);
  const others = lines.filter((line) => line.account !== account);
  return (
    <>
      <p>{t(outboxTexts.lead)}</p>
      {own.length > 0 && !isLasting && (
        <Notice kind="warning">
          <p>{t(outboxTexts.notLasting)}</p>
        </Notice>
      )}
      {own.length === 0 ? <p class="nothing">{t(outboxTexts.none)}</p> : <Lines lines={own} />}
      {others.length > 0 && <Others lines={others} />}
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  const t = useText();
  const heads = [outboxTexts.begun, listTexts.service, outboxTexts.who, listTexts.state, listTexts.act];
  return (
    <table class="queue" role="table">
      <caption class="unseen">{t(outboxTexts.title)}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {heads.map((head) => (
            <th key={head.ru} scope="col" role="columnheader">
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {lines.map((line) => (
          <OutboxLine key={line.id} line={line} />
        ))}
      </tbody>
    </table>
  );
}

/** Nobody else can open them; what is too old may be removed by whoever sees it. */
function Others({ lines }: { readonly lines: readonly Line[] }) {
  const t = useText();
  const when = useWhen();
  return (
    <Notice kind="information">
      <p>{t(outboxTexts.ofOthers)}</p>
      <ul>
        {lines.map((line) => (
          <li key={line.id}>
            {t(outboxTexts.othersLine, { when: when(new Date(line.at).toISOString()) })}{' '}
            {isOver(line, Date.now()) && <RemoveEntry line={line} />}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
