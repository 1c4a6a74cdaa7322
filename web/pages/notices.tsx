import { call, Loaded, Page, useAnswer, useText, useWhen } from '../kit.ts';
import { Mailed } from '../parts/mailed.tsx';
import { Pages } from '../parts/pages.tsx';
import { requestTexts } from '../texts/request.ts';

/** The notices of all requests, by time. */
export default function Notices() {
  const t = useText();
  const when = useWhen();
  const found = useAnswer('GET /notices');
  return (
    <Page title={t(requestTexts.notices)}>
      <Loaded from={found}>
        {(first) => (
          <Pages first={first} load={(from) => call('GET /notices', { query: { from } })}>
            {(pages) => (
              <>
                {first.notices.length === 0 && <p>{t(requestTexts.noNotices)}</p>}
                <ul class="rows">
                  {pages
                    .flatMap(({ notices }) => notices)
                    .map(({ id, subject, text, at, request, number, email }) => (
                      <li key={id}>
                        <h2 class="line">
                          {request === undefined ? subject : <a href={`/app/requests/${request}`}>{subject}</a>}
                        </h2>
                        <p>{text}</p>
                        <Mailed email={email} />
                        <p class="small">
                          {when(at)} {number !== undefined && <span class="nowrap">· {number}</span>}
                        </p>
                      </li>
                    ))}
                </ul>
              </>
            )}
          </Pages>
        )}
      </Loaded>
    </Page>
  );
}
