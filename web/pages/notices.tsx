import { useEffect } from 'preact/hooks';
import { call, isProblem, Loaded, Page, useAnswer, useText, useWhen } from '../kit.ts';
import { Mailed } from '../parts/mailed.tsx';
import { tellNoticesRead } from '../parts/notices-read.ts';
import { Pages } from '../parts/pages.tsx';
import { requestTexts } from '../texts/request.ts';

/** The notices of all requests, by time. Whoever opens them has read them; on this visit the new ones stay marked. */
export default function Notices() {
  const t = useText();
  const when = useWhen();
  const found = useAnswer('GET /notices');
  const newest = found.value?.unread ? found.value.notices[0]?.at : undefined;
  useEffect(() => {
    if (newest !== undefined)
      void call('PUT /notices/read', { body: { until: newest } }).then((read) => isProblem(read) || tellNoticesRead());
  }, [newest]);
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
                    .map(({ id, subject, text, at, request, number, email, unread }) => (
                      <li key={id}>
                        <h2 class="line">
                          {request === undefined ? subject : <a href={`/app/requests/${request}`}>{subject}</a>}{' '}
                          {unread && <span class="tag information">{t(requestTexts.new)}</span>}
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
