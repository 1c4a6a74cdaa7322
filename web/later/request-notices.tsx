import { useState } from 'preact/hooks';
import { lazy, Loaded, useAnswer, useText, useWhen, type Answer } from '../kit.ts';
import { Kept } from '../parts/kept.tsx';
import { Mailed } from '../parts/mailed.tsx';
import type { QuestionnaireProps } from './questionnaire.tsx';
import { requestTexts } from '../texts/request.ts';

export interface RequestNoticesProps {
  readonly request: Answer<'GET /requests/{id}'>;
}

const Questionnaire = lazy<QuestionnaireProps>('later/questionnaire');

/** The questionnaire about one request, and its notices, the newest first. Its thanks stay until the page is left. */
export default function RequestNotices({ request }: RequestNoticesProps) {
  const t = useText();
  const when = useWhen();
  const found = useAnswer('GET /notices', { query: { request: request.id, limit: 100 } });
  const [isAsked] = useState(request.questionnaire === 'open');
  return (
    <>
      {isAsked && <Questionnaire request={request} />}
      <section>
        <h2>{t(requestTexts.notices)}</h2>
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
      </section>
      <Kept kept={request.kept} />
    </>
  );
}
