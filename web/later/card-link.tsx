import { useText, type Answer } from '../kit.ts';
import { FileLink } from '../parts/file-link.tsx';
import { cardTexts } from '../texts/card.ts';

export interface CardLinkProps {
  readonly request: Answer<'GET /requests/{id}'>;
}

/** The document and its signature in one file; it comes after the timestamp. */
export default function CardLink({ request: { id, output } }: CardLinkProps) {
  const t = useText();
  const state = output?.timestamp?.state;
  if (state === 'awaited') return <p class="small">{t(cardTexts.later)}</p>;
  return state === 'stamped' ? (
    <p>
      <FileLink request={id} of="card" text={t(cardTexts.link)} />
    </p>
  ) : null;
}
