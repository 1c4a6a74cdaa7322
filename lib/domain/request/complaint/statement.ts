import canonicalize from 'canonicalize';
import { procedure, type ComplaintGround } from '../../complaint/procedure.ts';
import type { Bilingual } from '../../language/bilingual.ts';
import type { SubmittedRequest } from '../request.ts';

export interface Told {
  readonly ground: ComplaintGround;
  readonly text: string;
}

const statement = ({ ground }: Told): Bilingual => {
  const { kk, ru } = procedure.grounds[ground];
  return {
    kk: `Осы өтініш бойынша шағым беремін. Негізі: ${kk}. Шағымның мәтініне осы сөздермен бірге қол қойылды.`,
    ru: `Подаю жалобу по этому заявлению. Основание: ${ru}. Текст жалобы подписан вместе с этими словами.`,
  };
};

/**
 * What is signed to complain: RFC 8785 JSON with the digest of the application, the ground and the text. The server makes it again when
 * the signature arrives, so it depends on nothing else; the same complaint again is the same bytes.
 */
export function complaintBytes(request: SubmittedRequest, told: Told, signerIin: string): Uint8Array {
  const content = canonicalize({
    request: request.id,
    ...('number' in request && request.number !== undefined && { number: request.number }),
    service: request.service,
    office: request.office,
    application: request.submission.contentSha256,
    applicant: { iin: request.applicant.iin },
    signer: { iin: signerIin },
    ground: told.ground,
    text: told.text,
    statement: statement(told),
  });
  if (content === undefined) throw new Error('a complaint has no canonical form');
  return new TextEncoder().encode(content);
}
