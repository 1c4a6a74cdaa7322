import type { Ref } from 'preact';
import { writeDay } from '../../lib/domain/language/dates.ts';
import { Icon, useText } from '../kit.ts';
import { ncalayerPage } from '../signing/ncalayer/protocol.ts';
import { nextSteps, signingProblems, type NextStep, type SigningProblem } from '../signing/problem.ts';
import { panelTexts } from '../texts/signing-panel.ts';

interface Props {
  readonly problem: SigningProblem;
  readonly id?: string;
  /** It takes the focus, so that a screen reader begins here and the next key leads to the next step. */
  readonly focus?: Ref<HTMLDivElement>;
  /** What the button of the next step does; it has the problem's words unless `as` names others. */
  readonly step: { readonly run: () => void; readonly as?: NextStep };
}

/** Where people get a new key. It opens in another tab, so that this one stays. */
const links = { 'open-link': ncalayerPage, 'new-key': 'https://pki.gov.kz' } as const;

/** What happened, what did not, what to do. */
export function SigningNotice({ problem: { problem, date, detail }, id, focus, step }: Props) {
  const t = useText();
  const { next, ...sentence } = signingProblems[problem];
  const day = date && writeDay(date.toLocaleDateString('sv-SE', { timeZone: 'Asia/Almaty' }), t.language);
  const link = next === 'open-link' || next === 'new-key' ? links[next] : undefined;
  const words = step.as ?? (link === undefined ? next : next === 'open-link' ? 'again' : 'other-key');
  return (
    <div class="notice error" role="alert" id={id} ref={focus ?? null} tabIndex={-1}>
      <Icon name="stop" />
      <div>
        <p>{t(sentence, day ? { date: day } : {})}</p>
        {link !== undefined && (
          <p>
            <a href={link} target="_blank" rel="noreferrer">
              {t(nextSteps[next])}
            </a>
          </p>
        )}
        <p>
          <button type="button" class="link" onClick={step.run}>
            {t(nextSteps[words])}
          </button>
        </p>
        {detail !== undefined && (
          <details>
            <summary>{t(panelTexts.details)}</summary>
            <code>{detail}</code>
          </details>
        )}
      </div>
    </div>
  );
}
