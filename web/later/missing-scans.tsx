import { nameMissing, type Missing } from '../../lib/domain/request/draft/papers.ts';
import { Notice, useText } from '../kit.ts';
import { scanTexts } from '../texts/scans.ts';

export interface MissingScansProps {
  readonly request: string;
  readonly missing: readonly Missing[];
}

/** Which documents have to be added before the application can be signed. */
export default function MissingScans({ request, missing }: MissingScansProps) {
  const t = useText();
  return (
    <Notice kind="error" role="alert">
      <p>{t(scanTexts.lacking)}</p>
      <ul>
        {missing.map((some) => (
          <li key={some[0]?.code}>{nameMissing([some], t.language)}</li>
        ))}
      </ul>
      <p>
        <a class="button" href={`/app/requests/${request}/scans`}>
          {t(scanTexts.addThem)}
        </a>
      </p>
    </Notice>
  );
}
