import { useText, useWhen, type Answer } from '../kit.ts';
import { requestTexts, trackerTexts } from '../texts/request.ts';

type Request = Answer<'GET /requests/{id}'>;

/** When each of the five steps was taken, according to the request; nothing for later steps. */
function takenAt({ submittedAt, receivedAt, history, output }: Request) {
  const at = (...codes: readonly string[]) => history.findLast(({ code }) => codes.includes(code))?.at;
  return {
    submitted: submittedAt,
    numbered: receivedAt,
    accepted: at('accepted', 'work-claimed'),
    decided: at('approved', 'refused'),
    delivered: output?.issuedAt,
  } as const;
}

/** The present step, of five. */
export function Tracker({ request }: { readonly request: Request }) {
  const t = useText();
  const when = useWhen();
  const taken = takenAt(request);
  const names = Object.keys(trackerTexts) as (keyof typeof trackerTexts)[];
  const last = names.findLastIndex((name) => taken[name] !== undefined);
  const isFinished = taken.delivered !== undefined || request.closedAt !== undefined;
  const now = isFinished ? -1 : Math.max(last, 0);
  return (
    <ol class="tracker" aria-label={t(requestTexts.steps)}>
      {names.map((name, index) => {
        const state = index === now ? 'now' : index <= last ? 'done' : 'ahead';
        const at = taken[name];
        return (
          <li key={name} class={state} data-step={index + 1} aria-current={state === 'now' ? 'step' : undefined}>
            <strong>{t(trackerTexts[name])}</strong>
            {at && <span>{when(at)}</span>}
          </li>
        );
      })}
    </ol>
  );
}
