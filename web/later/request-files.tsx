import { useText, type Answer } from '../kit.ts';
import { FileLink } from '../parts/file-link.tsx';
import { OpenFile } from '../parts/open-file.tsx';
import { writeSize } from '../parts/write-size.ts';
import { requestTexts } from '../texts/request.ts';

export interface RequestFilesProps {
  readonly request: Answer<'GET /requests/{id}'>;
}

/** The receipt and the scans of a request. */
export default function RequestFiles({ request: { id, number, attachments } }: RequestFilesProps) {
  const t = useText();
  if (number === undefined && attachments.length === 0) return null;
  return (
    <section class="card">
      <h2>{t(requestTexts.files)}</h2>
      {number !== undefined && (
        <p>
          <FileLink request={id} of="receipt" text={t(requestTexts.receipt)} />
        </p>
      )}
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
