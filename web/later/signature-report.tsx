import { Loaded, useAnswer, useText, useWhen, type Answer } from '../kit.ts';
import { Fold } from '../parts/fold.tsx';
import Proof from './proof.tsx';
import { reportTexts } from '../texts/signature-report.ts';
import { stampTexts } from '../texts/timestamp.ts';

export interface SignatureReportProps {
  readonly request: string;
}

/** The checks of a request's signatures, in words; loaded when somebody opens it. */
export default function SignatureReport({ request }: SignatureReportProps) {
  const t = useText();
  return (
    <Fold summary={t(reportTexts.report)}>
      <Reports request={request} />
    </Fold>
  );
}

/** Refused signatures come first. */
function Reports({ request }: SignatureReportProps) {
  const t = useText();
  const when = useWhen();
  const found = useAnswer('GET /requests/{id}/signature-report', { params: { id: request } });
  return (
    <Loaded from={found}>
      {({ refused = [], text, timestamps }) => (
        <>
          {refused.map((each) => (
            <section key={each.at}>
              <h3>{t(reportTexts.refusedAt, { when: when(each.at) })}</h3>
              <pre>{each.text}</pre>
            </section>
          ))}
          {text && (
            <section>
              <h3>{t(reportTexts.ofApplication)}</h3>
              <Stamped timestamp={timestamps?.submission} />
              <pre>{text.submission}</pre>
            </section>
          )}
          {text?.output !== undefined && (
            <section>
              <h3>{t(reportTexts.ofDocument)}</h3>
              <Stamped timestamp={timestamps?.output} />
              <pre>{text.output}</pre>
            </section>
          )}
        </>
      )}
    </Loaded>
  );
}

type Timestamps = NonNullable<Answer<'GET /requests/{id}/signature-report'>['timestamps']>;

/** What a signature has got since it was checked. */
function Stamped({ timestamp }: { readonly timestamp: Timestamps['output'] }) {
  const t = useText();
  const when = useWhen();
  if (!timestamp) return null;
  const { state, at, proof } = timestamp;
  return (
    <>
      <p>{t(stampTexts[state], { when: at === undefined ? '' : when(at) })}</p>
      {proof && <Proof proof={proof} isKept />}
      <p>{t(reportTexts.atReceipt)}</p>
    </>
  );
}
