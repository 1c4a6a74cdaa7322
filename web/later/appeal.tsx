import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { lazy, Notice, useText, useWhen, type Answer } from '../kit.ts';
import { Reply } from '../parts/reply.tsx';
import { whyOf } from '../parts/representative.tsx';
import { appealTexts } from '../texts/appeal.ts';
import { because } from '../texts/request.ts';
import type { ComplainProps } from './complain.tsx';

const Complain = lazy<ComplainProps>('later/complain');

type Request = Answer<'GET /requests/{id}'>;

export interface AppealProps {
  readonly request: Request;
  /** A complaint was filed here. */
  readonly changed: () => void;
}

/** Why a system refused; «Право заявителя на обжалование», in the sentences of the refusal itself; the complaints and a new one. */
export default function Appeal({ request, changed }: AppealProps) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const [isDone, setDone] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  // What had the focus is gone: what follows is read next.
  useLayoutEffect(() => {
    if (isDone) heading.current?.focus();
    else if (wasOpen.current && !isOpen) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isDone, isOpen]);
  const why = whyOf(request);
  const { id, appeal, complaints = [], complaining } = request;
  if (!why && !appeal && complaints.length === 0 && !complaining) return null;
  return (
    <>
      {why && <Notice kind="error">{t(because[why])}</Notice>}
      <section>
        <h2 ref={heading} tabIndex={-1}>
          {t(appealTexts.title)}
        </h2>
        {isDone && (
          <Notice kind="success" role="status">
            {t(appealTexts.done)}
          </Notice>
        )}
        {appeal?.map((sentence) => (
          <p key={sentence.ru}>{t(sentence)}</p>
        ))}
        {complaints.length > 0 && <Complaints request={id} complaints={complaints} />}
        {complaining && !isOpen && (
          <p class="buttons">
            <button
              ref={opener}
              type="button"
              class="button second"
              onClick={() => {
                setDone(false);
                setOpen(true);
              }}
            >
              {t(appealTexts.complain)}
            </button>
          </p>
        )}
        {complaining && isOpen && (
          <Complain
            id={id}
            organisation={request.organisation?.bin ?? false}
            complaining={complaining}
            cancel={() => setOpen(false)}
            done={() => {
              setOpen(false);
              setDone(true);
              changed();
            }}
          />
        )}
      </section>
    </>
  );
}

interface ComplaintsProps {
  readonly request: string;
  readonly complaints: NonNullable<Request['complaints']>;
}

/** Each complaint with who has it and until when, or with its answer. */
function Complaints({ request, complaints }: ComplaintsProps) {
  const t = useText();
  const when = useWhen();
  return (
    <>
      <h3>{t(appealTexts.complaints)}</h3>
      <ul class="rows">
        {complaints.map((complaint) => (
          <li key={complaint.id}>
            <h4>{t(appealTexts.number, { number: complaint.number })}</h4>
            <p class="small">
              {t(complaint.groundText)} · {t(appealTexts.registered, { when: when(complaint.registeredAt) })}
            </p>
            <p style={{ whiteSpace: 'pre-line' }}>{complaint.text}</p>
            {complaint.state === 'open' && (
              <p>{t(appealTexts.with, { name: complaint.at.name, when: when(complaint.dueAt) })}</p>
            )}
            <Reply request={request} complaint={complaint} />
          </li>
        ))}
      </ul>
    </>
  );
}
