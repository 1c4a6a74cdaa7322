import type { ProofEnd } from '../report.ts';
import { text, type Text } from './language.ts';

/** What ends a proof; pages that do not load the core have it, too. */
export const proofEndTexts = {
  'signer-certificate': text(
    'then the signer’s certificate ends',
    'затем истекает сертификат подписавшего',
    'содан кейін қол қоюшы сертификатының мерзімі бітеді',
  ),
  'tsa-certificate': text(
    'then the certificate of the timestamp authority ends',
    'затем истекает сертификат службы меток времени',
    'содан кейін уақыт белгісі қызметі сертификатының мерзімі бітеді',
  ),
  'authority-certificate': text(
    'then the certificate of a certification authority ends',
    'затем истекает сертификат удостоверяющего центра',
    'содан кейін куәландырушы орталық сертификатының мерзімі бітеді',
  ),
  algorithm: text(
    'then an algorithm is no longer recommended',
    'затем алгоритм больше не рекомендуется',
    'содан кейін алгоритм енді ұсынылмайды',
  ),
} as const satisfies Record<ProofEnd, Text>;
