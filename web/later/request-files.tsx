import { useText, useWhen, type Answer } from '../kit.ts';
import { FileLink } from '../parts/file-link.tsx';
import { OpenFile } from '../parts/open-file.tsx';
import Proof from './proof.tsx';
import { writeSize } from '../parts/write-size.ts';
import { mailedTexts } from '../texts/mailed-result.ts';
import { requestTexts } from '../texts/request.ts';
import { timestampTexts } from '../texts/timestamp.ts';

export interface RequestFilesProps {
  readonly request: Answer<'GET /requests/{id}'>;
}

/** The receipt and the scans of a request, and whether its document can be verified in years. */
export default function RequestFiles({
  request: { id, number, attachments, mailings = [], output },
}: RequestFilesProps) {
  const t = useText();
  const when = useWhen();
  if (number === undefined && attachments.length === 0) return null;
  return (
    <section class="card">
      <h2>{t(requestTexts.files)}</h2>
      {number !== undefined && (
        <p>
          <FileLink request={id} of="receipt" text={t(requestTexts.receipt)} />
        </p>
      )}
      {output?.timestamp && (
        <p class="small">
          {t(timestampTexts[output.timestamp.state], { when: output.timestamp.at ? when(output.timestamp.at) : '' })}
        </p>
      )}
      {output?.timestamp?.proof && <Proof proof={output.timestamp.proof} isKept />}
      {mailings.map(({ text, askedAt, sentAt, openedAt }) => (
        <p key={askedAt}>
          {t(mailedTexts.byMail)}: {t(text)}{' '}
          <time class="small" dateTime={openedAt ?? sentAt ?? askedAt}>
            {when(openedAt ?? sentAt ?? askedAt)}
          </time>
        </p>
      ))}
      {attachments.map((scan) => (
        <p key={scan.id}>
          <OpenFile request={id} attachment={scan.id} name={scan.name} />{' '}
          <span class="small">
            {scan.documentText && `${t(scan.documentText)}, `}
            {writeSize(scan.size, t)}
          </span>
        </p>
      ))}
    </section>
  );
}
