import { writeDay } from '../../lib/domain/language/dates.ts';
import { Notice, useText } from '../kit.ts';
import { signingProblems, type SigningProblem } from '../signing/problem.ts';
import { panelTexts } from '../texts/signing-panel.ts';

/** Where NCALayer answers a browser: opening it once lets the browser trust it. */
const NCALAYER = 'https://127.0.0.1:13579';

/** What happened, what did not, what to do. */
export function SigningNotice({ problem: { problem, date, detail } }: { readonly problem: SigningProblem }) {
  const t = useText();
  const { next, ...sentence } = signingProblems[problem];
  const day = date && writeDay(date.toLocaleDateString('sv-SE', { timeZone: 'Asia/Almaty' }), t.language);
  return (
    <Notice kind="error" role="alert">
      <p>{t(sentence, day ? { date: day } : {})}</p>
      {next === 'open-link' && (
        <p>
          <a href={NCALAYER} target="_blank" rel="noreferrer">
            {t(panelTexts.trustLink)}
          </a>
        </p>
      )}
      {detail !== undefined && (
        <details>
          <summary>{t(panelTexts.details)}</summary>
          <code>{detail}</code>
        </details>
      )}
    </Notice>
  );
}
