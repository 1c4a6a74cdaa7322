import { decodeArmour, unwrapArmour } from '../../lib/eds/armour.ts';
import { findDigest } from '../../lib/eds/algorithms.ts';
import { Budget } from '../../lib/eds/budget.ts';
import { compareBytes, toBase64 } from '../../lib/eds/bytes.ts';
import { singleValue } from '../../lib/eds/cms/attributes.ts';
import { cmsOids } from '../../lib/eds/cms/oids.ts';
import { parseSignedData } from '../../lib/eds/cms/signed-data.ts';
import { findSignerCertificates } from '../../lib/eds/cms/signer-certificate.ts';
import type { SignerInfo } from '../../lib/eds/cms/signer-info.ts';
import { readOctetString } from '../../lib/eds/der.ts';
import { contentMessage } from '../../lib/eds/message.ts';
import { EdsRefusal } from '../../lib/eds/refusal.ts';
import { parseCertificate } from '../../lib/eds/x509/certificate.ts';
import { describeCertificate } from '../../lib/signing/describe-certificate.ts';
import { checkKey } from './check-key.ts';
import type { SigningProblem } from './problem.ts';
import type { Signed, Who } from './way.ts';

/** The API's limit: 900,000 characters of base64. */
const mostCmsOctets = 650_000;
/** In base64 with lines, PEM and UTF-16 the same is nearly three times as long. */
const mostArmour = 3;

/**
 * Checks a CMS before it is sent, in any armour (`lib/eds/armour.ts`) and from any source: an extension may replace
 * NCALayer, and a file may be the wrong one. The server decides whether signature and chain are valid; this finds what
 * the signer can correct at once.
 */
export function checkCms(
  given: Uint8Array | string,
  content: Uint8Array,
  who: Who,
  now: Date,
): Signed | SigningProblem {
  if (given.length > mostArmour * mostCmsOctets) return { problem: 'too-large' };
  try {
    const cms = typeof given === 'string' ? decodeArmour(given) : unwrapArmour(given);
    if (cms === undefined) return { problem: 'not-cms' };
    return cms.length > mostCmsOctets ? { problem: 'too-large' } : check(cms, content, who, now);
  } catch (error) {
    if (error instanceof EdsRefusal) return { problem: 'not-cms' };
    throw error;
  }
}

function check(cms: Uint8Array, content: Uint8Array, who: Who, now: Date): Signed | SigningProblem {
  const { signers, certificates, content: enclosed } = parseSignedData(cms);
  const [signer] = signers;
  if (signer === undefined) return { problem: 'not-cms' };
  const isOther = enclosed !== undefined && compareBytes(enclosed, content) !== 0;
  if (isOther || !isOver(signer, content)) return { problem: 'other-content' };
  const [certificate] = findSignerCertificates(
    signer.sid,
    certificates.map((der) => parseCertificate(der)),
  );
  // The server may find the certificate elsewhere; here nothing more can be said.
  if (certificate === undefined) return { cms: toBase64(cms), owner: '' };
  const description = describeCertificate(certificate.der);
  return checkKey(description, who, now) ?? { cms: toBase64(cms), owner: description.owner };
}

/** Whether the signed digest is that of this content; true if only the server can judge its algorithm. */
function isOver({ digestAlgorithm, signedAttributes }: SignerInfo, content: Uint8Array): boolean {
  const signed = signedAttributes && singleValue(signedAttributes, cmsOids.messageDigest);
  const algorithm = findDigest(digestAlgorithm.oid);
  if (signed === undefined || algorithm === undefined) return true;
  const digest = contentMessage(content).digestBy(algorithm, new Budget());
  return compareBytes(readOctetString(signed), digest) === 0;
}
