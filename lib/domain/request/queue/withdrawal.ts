import canonicalize from 'canonicalize';
import type { Bilingual } from '../../language/bilingual.ts';
import type { NumberedRequest } from '../request.ts';

/** The words by which an applicant takes a child out of the queue. */
const statement: Bilingual = {
  kk: 'Баланы кезектен шығаруды сұраймын. Кезектегі орны қайтарылмайтынын білемін.',
  ru: 'Прошу снять ребёнка с очереди. Мне известно, что место в очереди не возвращается.',
};

/**
 * What is signed to leave a queue: RFC 8785 JSON with the digest of the application and the words. The server makes it again
 * when the signature arrives, so it depends on nothing else.
 *
 * @param signerIin of the signer: the applicant, or the employee who acts for a visitor
 */
export function withdrawalBytes(request: NumberedRequest, signerIin: string): Uint8Array {
  const content = canonicalize({
    request: request.id,
    number: request.number,
    service: request.service,
    office: request.office,
    application: request.submission.contentSha256,
    applicant: { iin: request.applicant.iin },
    signer: { iin: signerIin },
    statement,
  });
  if (content === undefined) throw new Error('a withdrawal has no canonical form');
  return new TextEncoder().encode(content);
}
