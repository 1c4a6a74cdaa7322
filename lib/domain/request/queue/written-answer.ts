import canonicalize from 'canonicalize';
import type { Bilingual } from '../../language/bilingual.ts';
import { writeShortDay } from '../../language/dates.ts';
import type { Answer, Offer } from '../offer.ts';
import type { NumberedRequest } from '../request.ts';

type Words = (offer: Pick<Offer, 'organisation' | 'keptFrom'>) => Bilingual;

/** «Письменное согласие», «письменный отказ»: the words that are signed. */
const statements: Readonly<Record<Answer, Words>> = {
  accepted: ({ organisation, keptFrom }) => ({
    kk: `Ұсынылған орынға келісемін: ${organisation}, ${writeShortDay(keptFrom)} бастап.`,
    ru: `Согласен (согласна) на предложенное место: ${organisation}, с ${writeShortDay(keptFrom)}.`,
  }),
  declined: ({ organisation, keptFrom }) => ({
    kk: `Ұсынылған орыннан бас тартамын: ${organisation}, ${writeShortDay(keptFrom)} бастап. Кезекте қалдыруды сұраймын.`,
    ru: `Отказываюсь от предложенного места: ${organisation}, с ${writeShortDay(keptFrom)}. Прошу оставить в очереди.`,
  }),
};

/**
 * What people sign to answer an offer: RFC 8785 JSON with the digest of the application, the offer, the answer and its
 * words. The server makes it again when the answer arrives, so it depends on nothing else.
 *
 * @param signerIin of the signer: the applicant, or the employee who answers for a visitor
 */
export function answerBytes(
  request: NumberedRequest,
  { id, organisation, keptFrom, offeredAt, dueAt }: Offer,
  answer: Answer,
  signerIin: string,
): Uint8Array {
  const content = canonicalize({
    request: request.id,
    number: request.number,
    service: request.service,
    office: request.office,
    application: request.submission.contentSha256,
    applicant: { iin: request.applicant.iin },
    signer: { iin: signerIin },
    offer: { id, organisation, keptFrom, offeredAt, dueAt },
    answer,
    statement: statements[answer]({ organisation, keptFrom }),
  });
  if (content === undefined) throw new Error('an answer has no canonical form');
  return new TextEncoder().encode(content);
}
