import { answersWeighedSpoils } from './spoilt/answers-weighed.ts';
import type { Spoil } from './spoil.ts';
import { cmsSpoils } from './spoilt/cms.ts';
import { ocspSpoils } from './spoilt/ocsp.ts';
import { pathSpoils } from './spoilt/path.ts';
import { revocationSpoils } from './spoilt/revocation.ts';
import { signatureSpoils } from './spoilt/signature.ts';
import { signersSpoils } from './spoilt/signers.ts';
import { timestampSpoils } from './spoilt/timestamp.ts';
import { usageSpoils } from './spoilt/usage.ts';
import { listsWeighedSpoils } from './spoilt/lists-weighed.ts';
import { vouchersWeighedSpoils } from './spoilt/vouchers-weighed.ts';

/** Everything that is spoilt, in the order of the report's checks. */
export const spoils: readonly Spoil[] = [
  ...cmsSpoils,
  ...signatureSpoils,
  ...timestampSpoils,
  ...pathSpoils,
  ...revocationSpoils,
  ...ocspSpoils,
  ...listsWeighedSpoils,
  ...answersWeighedSpoils,
  ...vouchersWeighedSpoils,
  ...usageSpoils,
  ...signersSpoils,
];
