import { useEffect, useState } from 'preact/hooks';
import {
  BusyButton,
  call,
  Icon,
  isProblem,
  lazy,
  Notice,
  ProblemNotice,
  rename,
  useText,
  useWhen,
  type Answer,
  type PageProps,
  type Problem,
} from '../../kit.ts';
import { useServices } from '../../parts/services.ts';
import type { CorrectProps } from '../../later/correct.tsx';
import type { ReopenProps } from '../../later/reopen.tsx';
import { Desk } from '../../parts/staff/desk.tsx';
import { readNumber } from '../../parts/staff/read-number.ts';
import type { Bilingual } from '../../../lib/domain/language/bilingual.ts';
import { statuses } from '../../../lib/domain/regulation/words.ts';
import { correctionTexts } from '../../texts/correction.ts';
import { reopeningTexts } from '../../texts/reopening.ts';
import { statusTexts } from '../../texts/status.ts';

const Correct = lazy<CorrectProps>('later/correct');
const Reopen = lazy<ReopenProps>('later/reopen');

type Status = Answer<'GET /statuses/{number}'>;

/** A visitor names the number of a request: shows its status, and nothing about its owner. */
export default function FindStatus({ query }: PageProps) {
  const t = useText();
  const [typed, setTyped] = useState(query.get('number') ?? '');
  const [isBusy, setBusy] = useState(false);
  const [found, setFound] = useState<Status | Problem>();
  const [asked, setAsked] = useState('');
  const find = async (number: string) => {
    if (number === '') return document.getElementById('number')?.focus();
    setBusy(true);
    const answer = await call('GET /statuses/{number}', { params: { number } });
    setBusy(false);
    setAsked(number);
    setFound(answer);
    rename(`/app/status?number=${encodeURIComponent(number)}`);
    // So the person can type the end of the number again, or ask for the next one.
    document.querySelector<HTMLInputElement>('#number')?.select();
    return undefined;
  };
  useEffect(() => {
    if (typed) void find(readNumber(typed));
  }, [t.language]);
  const isUnknown = isProblem(found) && found.problem === 'request/unknown';
  return (
    <Desk title={t(statusTexts.title)} startsAt="number">
      <form
        class="filters"
        role="search"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) void find(readNumber(typed));
        }}
      >
        <div class="field">
          <label for="number">{t(statusTexts.number)}</label>
          <input
            id="number"
            autocomplete="off"
            size={26}
            value={typed}
            aria-describedby={isUnknown ? 'not-found' : undefined}
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          />
        </div>
        <BusyButton isBusy={isBusy} busy={t(statusTexts.finding)}>
          {t(statusTexts.find)}
        </BusyButton>
      </form>
      <div role="status">
        {isUnknown && (
          <p class="fault" id="not-found">
            <Icon name="stop" /> {t(statusTexts.unknown, { number: asked })}
          </p>
        )}
        {isProblem(found) && !isUnknown && <ProblemNotice problem={found} again={() => void find(asked)} />}
        {found && !isProblem(found) && <Found key={found.number} status={found} changed={() => void find(asked)} />}
      </div>
    </Desk>
  );
}

interface FoundProps {
  readonly status: Status;
  readonly changed: () => void;
}

function Found({ status, changed }: FoundProps) {
  const t = useText();
  const [done, setDone] = useState<Bilingual>();
  const when = useWhen();
  const { titleOf } = useServices();
  const { number, service, stateText, receivedAt, dueAt, closedAt, calendarUntil } = status;
  const views = (['con', 'mio', 'portal'] as const).flatMap((view) => {
    const shown = status.statuses[view];
    return shown ? [[t(statusTexts[view]), `${t(statuses[shown.status])}, ${when(shown.at)}`] as const] : [];
  });
  const lines: readonly (readonly [string, string])[] = [
    [t(statusTexts.service), titleOf(service)],
    [t(statusTexts.state), t(stateText)],
    ...views,
    ...(receivedAt ? [[t(statusTexts.received), when(receivedAt)] as const] : []),
    ...(dueAt && !closedAt
      ? [
          [
            t(statusTexts.due),
            calendarUntil ? `${when(dueAt)} (${t(statusTexts.provisional, { year: calendarUntil })})` : when(dueAt),
          ] as const,
        ]
      : []),
    ...(closedAt ? [[t(statusTexts.closed), when(closedAt)] as const] : []),
  ];
  return (
    <section class="card" aria-label={number}>
      <h2>{number}</h2>
      <dl class="lines">
        {lines.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {done && <Notice kind="success">{t(done)}</Notice>}
      {status.reopening && (
        <Reopen
          reopening={status.reopening}
          done={() => {
            setDone(reopeningTexts.done);
            changed();
          }}
        />
      )}
      {status.correction && (
        <Correct
          key={status.correction.ways.join(' ')}
          correction={status.correction}
          done={(way) => {
            setDone(way === 'correct' ? correctionTexts.corrected : correctionTexts.withdrawn);
            changed();
          }}
        />
      )}
    </section>
  );
}
