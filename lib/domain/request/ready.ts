import type { Notice } from '../notice/notice.ts';
import { signedOf } from '../output/output.ts';
import { placeName } from '../regulation/places.ts';
import { mailAddressOf } from './mailing/mailing.ts';
import { noticeOf } from './notify.ts';
import type { Performed } from './performed.ts';
import { isDecided, type Request } from './request.ts';
import { appealFact } from './rows/rows.ts';

/**
 * The result waits at a counter: the applicant is told where, once for each document, whichever row says it first. Undefined
 * if there is nothing signed to collect, or they have been told.
 *
 * @param place code of the office, centre or akim that hands it over
 */
export function readyNotice(request: Request, performed: Performed, place: string): Notice | undefined {
  if (!isDecided(request) || !request.output || !signedOf(request.output)) return undefined;
  // Whoever wants it mailed is told so instead.
  if (mailAddressOf(request) !== undefined) return undefined;
  const { kind, number: document } = request.output;
  const isTold = request.notices.some(({ code, facts }) => code === 'result-ready' && facts['document'] === document);
  if (isTold) return undefined;
  const facts = { number: request.number, document, place: placeName(place) };
  return noticeOf(request, performed, 'result-ready', {
    ...facts,
    ...(kind === 'refusal' && appealFact(request.office)),
  });
}
