import { checkCard } from '../../lib/card/check-card.ts';
import { readAttachments } from '../../lib/card/pdf/attachments.ts';
import { CardRefusal } from '../../lib/card/refusal.ts';
import type { CardReport } from '../../lib/card/report.ts';
import { fromBase64 } from '../../lib/eds/bytes.ts';
import { profileOf, type Trust } from './check-document.ts';

/** Whether a PDF brings files: then it is to be checked as a card. One that cannot be read is not. */
export async function bringsFiles(pdf: Uint8Array): Promise<boolean> {
  try {
    return (await readAttachments(pdf)).length > 0;
  } catch (error) {
    if (error instanceof CardRefusal) return false;
    throw error;
  }
}

/** Checks a card on the visitor's device: nothing is sent anywhere. Undefined if the trust material is of no known profile. */
export async function checkCardFile(pdf: Uint8Array, trust: Trust, now: Date): Promise<CardReport | undefined> {
  const profile = profileOf(trust);
  const [certificates, crls] = [trust.certificates.map(fromBase64), trust.crls.map(fromBase64)];
  return profile && checkCard({ pdf, at: now, profile, certificates, crls }, rest);
}

/** The page answers its visitor while a large document is hashed. */
const rest = () => new Promise((resolve) => setTimeout(resolve));
