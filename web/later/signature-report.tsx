import { Loaded, useAnswer, useState, useText, useWhen } from '../kit.ts';
import { reportTexts } from '../texts/signature-report.ts';

export interface SignatureReportProps {
  readonly request: string;
}

/** The checks of a request's signatures, in words; loaded when somebody opens it. */
export default function SignatureReport({ request }: SignatureReportProps) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t(reportTexts.report)}</summary>
      {isOpen && <Reports request={request} />}
    </details>
  );
}

/** Refused signatures come first. */
function Reports({ request }: SignatureReportProps) {
  const t = useText();
  const when = useWhen();
  const found = useAnswer('GET /requests/{id}/signature-report', { params: { id: request } });
  return (
    <Loaded from={found}>
      {({ refused = [], text }) => (
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
              <pre>{text.submission}</pre>
            </section>
          )}
          {text?.output !== undefined && (
            <section>
              <h3>{t(reportTexts.ofDocument)}</h3>
              <pre>{text.output}</pre>
            </section>
          )}
        </>
      )}
    </Loaded>
  );
}
