import { crlProblems, type RevocationStatus } from './revocation-status.ts';
import { ocspProblems } from './ocsp-problems.ts';
import { allReasons } from '../x509/distribution-point.ts';
import type { Good, Nothing, RevocationProblem, Revoked, Statement } from './statement.ts';

export interface Question {
  /** The reference time: the question is the certificate's status at this time. */
  readonly at: Date;
  /** The present time. */
  readonly now: Date;
  /**
   * Whether the certificate's owner vouches for a time or for a status. Then a later revocation counts, too, unless its
   * reason spares what the key signed before (RFC 3161 4): anybody who has the key can write any date.
   */
  readonly vouches?: boolean;
  /**
   * If what the owner vouches for is proved to have existed at this time: somebody who got the key afterwards did not make it, so a
   * revocation after it does not count.
   */
  readonly provenAt?: Date | undefined;
}

/** From the furthest from an answer to the nearest: no list at all, answers, lists. */
const problems: readonly RevocationProblem[] = ['crl-missing', ...ocspProblems, ...crlProblems.slice(1)];

const nearest = (found: readonly { readonly problem: RevocationProblem }[]): RevocationProblem | undefined =>
  found.map(({ problem }) => problem).toSorted((a, b) => problems.indexOf(b) - problems.indexOf(a))[0];

/** What prevents older evidence, or all evidence, from saying "good". */
interface Bar {
  readonly problem: RevocationProblem;
  readonly stops: (good: Good) => boolean;
}

/** Only a hold can be lifted (RFC 5280 5.3.1). */
const isHold = ({ reason }: Revoked): boolean => reason === 'certificateHold';

/** Newer evidence of the same rank lifts a hold; among equally old evidence the hold counts. */
const holdsAgainst =
  ({ asOf, rank }: Revoked) =>
  (good: Good): boolean =>
    good.asOf <= asOf || (rank === 'others' && good.rank === 'itself');

const barOf = (revoked: Revoked, problem: RevocationProblem): Bar => ({
  problem,
  stops: isHold(revoked) ? holdsAgainst(revoked) : () => true,
});

/** The newest first, as many as are needed to cover every reason; undefined if some reason is not covered. */
function coverAll(goods: readonly Good[]): readonly Good[] | undefined {
  let known = 0;
  const needed = goods
    .toSorted((a, b) => b.asOf.getTime() - a.asOf.getTime())
    .filter(({ reasons }) => {
      const adds = (reasons & ~known) !== 0;
      known |= reasons;
      return adds;
    });
  return known === allReasons ? needed : undefined;
}

const earliest = (dates: readonly Date[]): Date | undefined => dates.toSorted((a, b) => a.getTime() - b.getTime())[0];
const latest = (dates: readonly Date[]): Date | undefined => dates.toSorted((a, b) => b.getTime() - a.getTime())[0];

/**
 * The status of a certificate by all statements about it, in any order (RFC 5280 6.3.3, 6960 3.2; the table is in
 * docs/eds.md). A lasting revocation stands. A hold stands until newer evidence of its rank says good. Evidence that is
 * in doubt or must not be read takes "good" away and proves nothing.
 */
export function weigh(
  statements: readonly Statement[],
  { at, now, vouches = false, provenAt }: Question,
): RevocationStatus {
  const goods = statements.filter((each) => each.says === 'good');
  // The usual case: nothing speaks against it.
  const [only] = goods;
  if (only && statements.length === 1 && only.reasons === allReasons) return { status: 'good', asOf: only.asOf };
  const all = statements.filter((each) => each.says === 'revoked');
  const counts = (since: Date) => provenAt === undefined || since <= provenAt;
  const revocations = all.filter(
    ({ since, sparesEarlier }) => since <= at || (vouches && !sparesEarlier && counts(since)),
  );
  const sure = revocations.filter(({ doubt }) => doubt === undefined);
  const [lasting] = sure.filter((each) => !isHold(each)).toSorted((a, b) => a.since.getTime() - b.since.getTime());
  if (lasting) return revokedBy(lasting, at);

  const holds = sure.toSorted((a, b) => b.asOf.getTime() - a.asOf.getTime());
  const silent = statements.filter((each) => each.says === 'nothing');
  const bars = [
    ...revocations.flatMap((each) => (each.doubt === undefined ? [] : barOf(each, each.doubt))),
    ...silent.flatMap(({ problem, unreadAsOf }) =>
      unreadAsOf === undefined ? [] : { problem, stops: ({ asOf }: Good) => asOf <= unreadAsOf },
    ),
  ];
  const lifting = goods.filter((good) => !holds.some((hold) => holdsAgainst(hold)(good)));
  const [hold] = holds;
  if (hold && coverAll(lifting) === undefined) return revokedBy(hold, at);

  const left = lifting.filter((good) => !bars.some(({ stops }) => stops(good)));
  const needed = coverAll(left);
  const later = earliest(all.filter(({ since, doubt }) => since > at && doubt === undefined).map(({ since }) => since));
  const asOf = needed && earliest(needed.map((good) => good.asOf));
  if (asOf) return { status: 'good', asOf, ...(later && { revokedLater: later }) };
  const stopping = bars.filter(({ stops }) => goods.some(stops));
  const code = nearest(stopping) ?? (left.length > 0 ? 'crl-reasons-incomplete' : nearest([...silent, ...bars]));
  return undetermined(code ?? 'crl-missing', silent, now);
}

const revokedBy = ({ asOf, since, revokedAt, reason, neverIssued }: Revoked, at: Date): RevocationStatus => ({
  status: 'revoked',
  asOf,
  revokedAt,
  reason,
  problem: neverIssued ? 'certificate-never-issued' : since > at ? 'key-distrusted' : 'certificate-revoked',
  ...(since < revokedAt && { invalidSince: since }),
});

function undetermined(code: RevocationProblem, silent: readonly Nothing[], now: Date): RevocationStatus {
  const again = latest(silent.flatMap(({ promised }) => promised ?? []));
  return { status: 'undetermined', code, ...(again && again > now && { tryAgainAfter: again }) };
}
