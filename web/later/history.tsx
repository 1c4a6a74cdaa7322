import { useText, useWhen, type Answer } from '../kit.ts';
import { requestTexts } from '../texts/request.ts';

type History = Answer<'GET /requests/{id}'>['history'];

/** What a person wants to know first; the rest is what machines and employees do in between. */
const mainEvents: ReadonlySet<History[number]['code']> = new Set([
  'signature-refused',
  'submitted',
  'submission-confirmed',
  'invoice-made',
  'turned-away',
  'taken-back',
  'routed',
  'numbered',
  'escalated',
  'accepted',
  'approved',
  'refused',
  'extended',
  'deadline-recomputed',
  'handed-over',
  'output-signed',
  'output-delivered',
  'place-proposed',
  'proposal-declined',
  'place-offered',
  'offer-accepted',
  'offer-declined',
  'offer-lapsed',
  'withdrawn',
  'outgrown',
  'reopened',
  'output-withdrawn',
  'correction-begun',
]);

export interface HistoryProps {
  readonly history: History;
}

/** What happened, newest first; what machines do in between is folded. */
export default function WhatHappened({ history }: HistoryProps) {
  const t = useText();
  const routed = history.find(({ code }) => code === 'routed');
  const main = history
    .filter((event) => mainEvents.has(event.code) && (event.code !== 'routed' || event === routed))
    .toReversed();
  return (
    <>
      <Events events={main} hasNow />
      <details>
        <summary>{t(requestTexts.whole, { n: history.length })}</summary>
        <Events events={history.toReversed()} />
      </details>
    </>
  );
}

function Events({ events, hasNow = false }: { readonly events: History; readonly hasNow?: boolean }) {
  const t = useText();
  const when = useWhen();
  return (
    <ol class="steps">
      {events.map(({ at, code, text, by, proposed, about, ground, words }, index) => (
        <li key={`${at}${code}${index}`} class={hasNow && index === 0 ? 'now' : 'done'}>
          <strong>{t(text)}</strong>
          {ground && <p class="small">{t(requestTexts.ground, { ground: t(ground) })}</p>}
          {words !== undefined && <p class="small">{t(requestTexts.ground, { ground: words })}</p>}
          <p class="small">
            <time dateTime={at}>{when(at)}</time>
            {[by, proposed, about].map(
              (actor) =>
                actor?.office && <> · {[t(actor.roleText), actor.office, actor.name].filter(Boolean).join(', ')}</>,
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}
