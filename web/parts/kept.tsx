import { useText, useWhen, type Answer } from '../kit.ts';
import { keptTexts } from '../texts/kept.ts';

interface Props {
  readonly kept: Answer<'GET /requests/{id}'>['kept'];
}

/** How long a request and its scans are kept, why, and whether somebody has stopped it. */
export function Kept({ kept }: Props) {
  const t = useText();
  const when = useWhen();
  if (!kept) return null;
  const { until, ground, scansUntil, scansErasedAt, hold } = kept;
  return (
    <p class="small">
      {scansUntil && t(keptTexts.scansUntil, { day: when(scansUntil) })}{' '}
      {scansErasedAt && t(keptTexts.scansErased, { day: when(scansErasedAt) })}{' '}
      {hold ? t(keptTexts.hold, { day: when(hold.at) }) : t(keptTexts.until, { day: when(until) })}{' '}
      {t(keptTexts.ground, { ground: t(ground) })}
    </p>
  );
}
