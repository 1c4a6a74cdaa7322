import { useState } from 'preact/hooks';
import { BusyButton, call, Icon, isProblem, useText, useWhen, type Problem } from '../../kit.ts';
import { extensionGrounds, type ExtensionGround } from '../../../lib/domain/request/work/extension-grounds.ts';
import { deskTexts } from '../../texts/desk.ts';
import { lineTexts } from '../../texts/queue.ts';
import { useTimeLeft } from '../time-left.ts';
import { Choice } from './choice.tsx';
import { isMine, isNear, type Line } from './take-work.ts';
import { WorkProblem } from './work-problem.tsx';

/** Until when the work must be done, and how to extend this if the regulation allows it. */
export function Due({ work, reload }: { readonly work: Line; readonly reload: () => void }) {
  const t = useText();
  const when = useWhen();
  const left = useTimeLeft();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [ground, setGround] = useState('');
  const [isWrong, setWrong] = useState(false);
  const near = isNear(work, new Date());
  const extend = async () => {
    setWrong(ground === '');
    if (ground === '') return;
    setBusy(true);
    const longer = await call('POST /work/{id}/extension', {
      params: { id: work.id },
      body: { ground: ground as ExtensionGround },
    });
    setBusy(false);
    setProblem(isProblem(longer) ? longer : undefined);
    if (!isProblem(longer)) reload();
  };
  return (
    <section class={['card clock', work.overdue && 'overdue', near && 'near'].filter(Boolean).join(' ')}>
      <p class="small">{t(work.overdue ? deskTexts.wasDue : deskTexts.left)}</p>
      <p class="time">
        {work.overdue ? when(work.dueAt) : left(work.workingTimeLeft)}{' '}
        {(work.overdue || near) && (
          <span class={work.overdue ? 'tag overdue' : 'tag warning'}>
            <Icon name={work.overdue ? 'warn' : 'clock'} /> {t(work.overdue ? lineTexts.late : lineTexts.near)}
          </span>
        )}
      </p>
      {!work.overdue && <p>{t(deskTexts.until, { when: when(work.dueAt) })}</p>}
      {problem && <WorkProblem problem={problem} reload={reload} />}
      {isMine(work) && work.extendable && (
        <>
          <Choice
            id="extension"
            label={t(deskTexts.whyLonger)}
            value={ground}
            fault={isWrong ? t(deskTexts.chooseWhy) : undefined}
            options={Object.entries(extensionGrounds).map(([code, words]) => [code, t(words)])}
            onChange={setGround}
          />
          <BusyButton kind="second" isBusy={isBusy} busy={t(deskTexts.sending)} onClick={() => void extend()}>
            {t(deskTexts.extend)}
          </BusyButton>
        </>
      )}
    </section>
  );
}
