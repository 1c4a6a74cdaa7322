import { Loaded, useAnswer, useText, useWhen, type Answer } from '../kit.ts';
import { Kept } from '../parts/kept.tsx';
import { Mailed } from '../parts/mailed.tsx';
import { requestTexts } from '../texts/request.ts';

export interface RequestNoticesProps {
  readonly request: string;
  readonly kept: Answer<'GET /requests/{id}'>['kept'];
}

/** The notices about one request, the newest first. */
export default function RequestNotices({ request, kept }: RequestNoticesProps) {
  const t = useText();
  const when = useWhen();
  const found = useAnswer('GET /notices', { query: { request, limit: 100 } });
  return (
    <>
      <Loaded from={found}>
        {({ notices }) =>
          notices.length === 0 ? (
            <p>{t(requestTexts.noNotices)}</p>
          ) : (
            <ul class="rows">
              {notices.map(({ id, subject, text, at, email }) => (
                <li key={id}>
                  <h3>{subject}</h3>
                  <p>{text}</p>
                  <Mailed email={email} />
                  <p class="small">{when(at)}</p>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <Kept kept={kept} />
    </>
  );
}
