import { call, Loaded, useAnswer, useText, useWhen } from '../../kit.ts';
import { Pages } from '../../parts/pages.tsx';
import { Desk } from '../../parts/staff/desk.tsx';
import { actsTexts } from '../../texts/acts.ts';

/** What one employee did for somebody else or past others; for heads. */
export default function Acts() {
  const t = useText();
  const when = useWhen();
  const found = useAnswer('GET /acts');
  const load = (from: string) => call('GET /acts', { query: { from } });
  return (
    <Desk title={t(actsTexts.title)}>
      <p>{t(actsTexts.intro)}</p>
      <Loaded from={found}>
        {(first) => (
          <Pages first={first} load={load}>
            {(pages) => {
              const acts = pages.flatMap((page) => page.acts);
              if (acts.length === 0) return <p class="nothing">{t(actsTexts.none)}</p>;
              return (
                <ol class="rows">
                  {acts.map(({ at, text, name, roleText, request }, index) => (
                    <li key={`${at}${index}`}>
                      <strong>{t(text)}</strong>: {[name, roleText && t(roleText)].filter(Boolean).join(', ')}
                      <p class="small">
                        <time dateTime={at}>{when(at)}</time> · {request}
                      </p>
                    </li>
                  ))}
                </ol>
              );
            }}
          </Pages>
        )}
      </Loaded>
    </Desk>
  );
}
