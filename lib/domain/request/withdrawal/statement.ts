import canonicalize from 'canonicalize';
import { withdrawalRules, type WithdrawalWay } from '../../withdrawal/rules.ts';
import type { SubmittedRequest } from '../request.ts';

/**
 * What is signed to take a request back, or to leave a queue: RFC 8785 JSON with the digest of the application and the words. The server
 * makes it again when the signature arrives, so it depends on nothing else.
 *
 * @param signerIin of the signer: the applicant, or the employee who acts for a visitor
 */
export function withdrawalBytes(request: SubmittedRequest, way: WithdrawalWay, signerIin: string): Uint8Array {
  const content = canonicalize({
    request: request.id,
    ...('number' in request && request.number !== undefined && { number: request.number }),
    service: request.service,
    office: request.office,
    application: request.submission.contentSha256,
    applicant: { iin: request.applicant.iin },
    signer: { iin: signerIin },
    statement: withdrawalRules.statements[way],
  });
  if (content === undefined) throw new Error('a withdrawal has no canonical form');
  return new TextEncoder().encode(content);
}
