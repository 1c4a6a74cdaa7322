import { call, Loaded, useAnswer, useText, useWhen } from '../kit.ts';
import { Fold } from '../parts/fold.tsx';
import { Pages } from '../parts/pages.tsx';
import { lookedTexts } from '../texts/looked.ts';

export interface WhoLookedProps {
  readonly request: string;
}

/** Which employees have looked at the request, and what of it; asked for when somebody opens it. */
export default function WhoLooked({ request }: WhoLookedProps) {
  const t = useText();
  return (
    <Fold id="looked" summary={t(lookedTexts.title)}>
      <Looks request={request} />
    </Fold>
  );
}

function Looks({ request: id }: WhoLookedProps) {
  const t = useText();
  const when = useWhen();
  const found = useAnswer('GET /requests/{id}/access', { params: { id } });
  const load = (from: string) => call('GET /requests/{id}/access', { params: { id }, query: { from } });
  return (
    <Loaded from={found}>
      {(first) => (
        <Pages first={first} load={load}>
          {(pages) => {
            const looks = pages.flatMap((page) => page.looks);
            if (looks.length === 0) return <p>{t(lookedTexts.none)}</p>;
            return (
              <ol class="steps">
                {looks.map(({ at, kind, text, roleText, office, refused }, index) => (
                  <li key={`${at}${kind}${index}`} class="done">
                    <strong>{t(text)}</strong>
                    {refused && <> — {t(lookedTexts.refused)}</>}
                    <p class="small">
                      <time dateTime={at}>{when(at)}</time> ·{' '}
                      {[t(roleText ?? lookedTexts.byMail), office].filter(Boolean).join(', ')}
                    </p>
                  </li>
                ))}
              </ol>
            );
          }}
        </Pages>
      )}
    </Loaded>
  );
}
