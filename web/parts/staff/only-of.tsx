import { useText } from '../../kit.ts';
import { orderTexts } from '../../texts/order-work.ts';
import type { Line } from './take-work.ts';

interface Props {
  readonly lines: readonly Line[];
  /** The same list with everybody's work. */
  readonly all: string;
}

/** That a list has the work of one person. The address says who by their account; the lines, by their name. */
export function OnlyOf({ lines, all }: Props) {
  const t = useText();
  const claim = lines[0]?.claimedBy;
  const name = claim && (claim.substitute ?? claim.name);
  return (
    <p>
      {name === undefined ? t(orderTexts.onlyOfOne) : t(orderTexts.onlyOf, { name })}{' '}
      <a href={all}>{t(orderTexts.everybody)}</a>
    </p>
  );
}
