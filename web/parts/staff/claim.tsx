import { useText, useWhen } from '../../kit.ts';
import { orderTexts } from '../../texts/order-work.ts';
import { lineTexts } from '../../texts/queue.ts';
import type { Line } from './take-work.ts';

/** Since when somebody has a piece of work, and for whom, or who has it for them. */
export function Claim({ claim }: { readonly claim: NonNullable<Line['claimedBy']> }) {
  const t = useText();
  const when = useWhen();
  const { name, at, mine, substitute, insteadOf } = claim;
  return (
    <>
      {substitute !== undefined && (
        <span class="small">
          {mine ? t(orderTexts.insteadOf, { name }) : t(orderTexts.standsIn, { name: substitute })}
        </span>
      )}
      {insteadOf !== undefined && <span class="small">{t(orderTexts.insteadOf, { name: insteadOf })}</span>}
      <span class="small">{t(lineTexts.since, { when: when(at) })}</span>
    </>
  );
}
