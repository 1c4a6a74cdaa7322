import { answersWeighedSpoils } from './spoilt/answers-weighed.ts';
import type { Spoil } from './spoil.ts';
import { archiveSpoils } from './spoilt/archive.ts';
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

/** What is spoilt, by what it belongs to, in the order of the report's checks. */
export const spoilGroups: Readonly<Record<string, readonly Spoil[]>> = {
  'form of the CMS': cmsSpoils,
  signature: signatureSpoils,
  timestamp: timestampSpoils,
  'archive and content timestamps': archiveSpoils,
  path: pathSpoils,
  'revocation lists': revocationSpoils,
  OCSP: ocspSpoils,
  'lists against lists': listsWeighedSpoils,
  'answers against answers': answersWeighedSpoils,
  'those who vouch': vouchersWeighedSpoils,
  'purpose and person': usageSpoils,
  'several signers': signersSpoils,
};

export const spoils: readonly Spoil[] = Object.values(spoilGroups).flat();
