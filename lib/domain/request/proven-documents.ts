import { proofOf } from '../signature/stamp.ts';
import type { ProofLife } from '../signature/proof-life.ts';
import { complaintsOf, isDecided, isNumbered, type Request } from './request.ts';

/** The number of a signed document, and until when its signature proves itself. */
export interface ProvenDocument {
  readonly number: string;
  readonly proof: ProofLife;
}

/** The documents and answers to complaints of a request, also of earlier runs, whose signatures have their timestamp. */
export function provenDocuments(request: Request): readonly ProvenDocument[] {
  const earlier = isNumbered(request) ? (request.earlier ?? []) : [];
  const present = isDecided(request) && request.output ? [request.output] : [];
  const replies = complaintsOf(request).flatMap((each) => (each.state === 'answered' ? each.reply : []));
  return [...earlier.map(({ output }) => output), ...present, ...replies].flatMap(({ number, signature }) => {
    const proof = proofOf(signature);
    return proof ? { number, proof } : [];
  });
}

/** Those whose proof ends at another time than it did `before`. */
export function newlyProven(before: Request, after: Request): readonly ProvenDocument[] {
  const known = new Map(provenDocuments(before).map(({ number, proof }) => [number, proof.until]));
  return provenDocuments(after).filter(({ number, proof }) => known.get(number) !== proof.until);
}
