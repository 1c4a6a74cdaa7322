import { useState } from 'preact/hooks';
import { BusyButton, call, isProblem, Notice, useText, useWhen, type Answer, type Problem } from '../kit.ts';
import { WorkProblem } from '../parts/staff/work-problem.tsx';
import { mailedTexts } from '../texts/mailed-result.ts';

export interface MailingProps {
  readonly id: string;
  readonly mailing: NonNullable<Answer<'GET /requests/{id}'>['mailings']>[number];
  readonly reload: () => void;
}

/** How a result went out by e-mail; what nobody has opened may go again. */
export default function Mailing({ id, mailing: { state, text, until }, reload }: MailingProps) {
  const t = useText();
  const when = useWhen();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const isOut = state === 'waiting' || state === 'sent' || state === 'opened';
  const again = async () => {
    setBusy(true);
    const sent = await call('POST /work/{id}/mailing', { params: { id } });
    setBusy(false);
    setProblem(isProblem(sent) ? sent : undefined);
    if (!isProblem(sent)) reload();
  };
  return (
    <Notice kind={isOut ? 'information' : 'warning'}>
      <p>
        <strong>{t(mailedTexts.byMail)}.</strong>{' '}
        {state === 'sent' && until !== undefined
          ? t(mailedTexts.until, { text: t(text), until: when(until) })
          : t(text)}
      </p>
      {problem && <WorkProblem problem={problem} reload={reload} />}
      {!isOut && (
        <p class="buttons">
          <BusyButton kind="second" isBusy={isBusy} busy={t(mailedTexts.sending)} onClick={() => void again()}>
            {t(mailedTexts.again)}
          </BusyButton>
        </p>
      )}
    </Notice>
  );
}
