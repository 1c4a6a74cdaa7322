import { dayOf, writeDay } from '../../lib/domain/language/dates.ts';
import type { Proof as ReportedProof } from '../../lib/eds/report.ts';
import { proofEndTexts } from '../../lib/eds/texts/proof-ends.ts';
import { useText } from '../kit.ts';
import { proofTexts } from '../texts/proof.ts';

export interface ProofProps {
  readonly proof: Pick<ReportedProof, 'until' | 'endsBy'> & Partial<Pick<ReportedProof, 'restsOn'>>;
  /** The server keeps the signature, and renews it before. */
  readonly isKept?: boolean;
}

/** Until when a signature can be proved, and what ends that. */
export default function Proof({ proof: { until, endsBy, restsOn }, isKept = false }: ProofProps) {
  const t = useText();
  const text = restsOn === 'server-clock' ? proofTexts.unstamped : proofTexts.until;
  return (
    <p class="small">
      {t(text, { day: writeDay(dayOf(until), t.language), why: t(proofEndTexts[endsBy]) })}
      {isKept && ` ${t(proofTexts.renewed)}`}
    </p>
  );
}
