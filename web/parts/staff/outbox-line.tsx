import { useEffect, useState } from 'preact/hooks';
import { goTo, useText, useWhen } from '../../kit.ts';
import { endOf, endsSoon, isOver, type Content, type Line } from '../../outbox/entry.ts';
import { readContent } from '../../outbox/shelf.ts';
import { listTexts } from '../../texts/list.ts';
import { outboxStates, outboxTexts } from '../../texts/outbox.ts';
import { takeOut, tryAgain } from './drain-here.ts';
import { RemoveEntry } from './remove-entry.tsx';
import { tabEntry } from './tab-entry.ts';

/** One application of this employee: whose it is can be read only here, with the key of the session. */
export function OutboxLine({ line }: { readonly line: Line }) {
  const t = useText();
  const when = useWhen();
  const [content, setContent] = useState<Content | 'unreadable'>();
  useEffect(() => {
    void readContent(line.id).then(setContent, () => setContent('unreadable'));
  }, [line.id, line.state]);
  const cell = (label: { readonly kk: string; readonly ru: string }) =>
    ({ role: 'cell', 'data-label': t(label) }) as const;
  const read = content === 'unreadable' ? undefined : content;
  const { iin = '', fullName = '' } = read?.typed ?? {};
  return (
    <tr role="row" class={endsSoon(line, Date.now()) ? 'late' : undefined}>
      <td {...cell(outboxTexts.begun)}>{when(new Date(line.at).toISOString())}</td>
      <td {...cell(listTexts.service)}>{read?.title ? t(read.title) : '—'}</td>
      <td {...cell(outboxTexts.who)}>
        {content === 'unreadable' ? t(outboxTexts.unreadable) : `${fullName || '—'}${iin && `, ${iin}`}`}
      </td>
      <td {...cell(listTexts.state)}>
        <Where line={line} problem={read?.problem?.title} />
      </td>
      <td role="cell" class="act">
        <Acts line={line} isReadable={read !== undefined} />
      </td>
    </tr>
  );
}

interface WhereProps {
  readonly line: Line;
  /** What the server said against it. */
  readonly problem: string | undefined;
}

function Where({ line, problem }: WhereProps) {
  const t = useText();
  const when = useWhen();
  const { state, sent, scans } = line;
  const isSending = state === 'waiting' && line.request !== undefined;
  return (
    <>
      <strong>{t(outboxStates[isSending ? 'sending' : state])}</strong>
      {isSending && scans > 0 && (
        <label class="small">
          {t(outboxTexts.scansSent, { sent, scans })} <progress max={scans} value={sent} />
        </label>
      )}
      {problem && <span class="small">{problem}</span>}
      <span class="small">
        {isOver(line, Date.now())
          ? t(outboxTexts.over)
          : t(outboxTexts.until, { when: when(new Date(endOf(line)).toISOString()) })}
      </span>
    </>
  );
}

interface ActsProps {
  readonly line: Line;
  readonly isReadable: boolean;
}

function Acts({ line, isReadable }: ActsProps) {
  const t = useText();
  const [isElsewhere, setElsewhere] = useState(false);
  const { id, state, request } = line;
  const open = async () => {
    const isTaken = await takeOut(id);
    setElsewhere(!isTaken);
    if (!isTaken) return;
    tabEntry.set(id);
    goTo('/app/counter');
  };
  return (
    <>
      {state === 'to-sign' && request !== undefined ? (
        <a class="button" href={`/app/counter/${request}`}>
          {t(outboxTexts.sign)}
        </a>
      ) : (
        isReadable && (
          <button type="button" class="button second" onClick={() => void open()}>
            {t(outboxTexts.open)}
          </button>
        )
      )}
      {(state === 'stuck' || state === 'refused') && !isOver(line, Date.now()) && (
        <button type="button" class="link" onClick={() => void tryAgain(id)}>
          {t(outboxTexts.again)}
        </button>
      )}
      <RemoveEntry line={line} />
      {isElsewhere && (
        <span class="small" role="alert">
          {t(outboxTexts.isElsewhere)}
        </span>
      )}
    </>
  );
}
