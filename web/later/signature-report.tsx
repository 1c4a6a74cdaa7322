import { Loaded, useAnswer, useText, useWhen } from '../kit.ts';
import { requestTexts } from '../texts/request.ts';

export interface SignatureReportProps {
  readonly request: string;
}

/** What was checked of the signatures of a request, in words: of those that were refused first. */
export default function SignatureReport({ request }: SignatureReportProps) {
  const t = useText();
  const when = useWhen();
  const found = useAnswer('GET /requests/{id}/signature-report', { params: { id: request } });
  return (
    <Loaded from={found}>
      {({ refused = [], text }) => (
        <>
          {refused.map((each) => (
            <section key={each.at}>
              <h3>{t(requestTexts.refusedAt, { when: when(each.at) })}</h3>
              <pre>{each.text}</pre>
            </section>
          ))}
          {text && (
            <section>
              <h3>{t(requestTexts.ofApplication)}</h3>
              <pre>{text.submission}</pre>
              {text.output !== undefined && (
                <>
                  <h3>{t(requestTexts.ofDocument)}</h3>
                  <pre>{text.output}</pre>
                </>
              )}
            </section>
          )}
        </>
      )}
    </Loaded>
  );
}
