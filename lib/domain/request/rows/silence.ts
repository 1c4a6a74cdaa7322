import { isRefusal } from '../../problem/problem.ts';
import type { Performed } from '../performed.ts';
import type { Request } from '../request.ts';
import { addTelling, MOST, recordTold } from '../telling.ts';
import { perform, whatWas } from './rows.ts';

/** How long a register may be silent before the applicant is told that their request waits for it. */
const PATIENCE_MS = 3_600_000;
const CODE = 'registry-silent';

/**
 * A register that the row needs does not answer: nothing is decided, and the row will be repeated. The first time is recorded; the
 * sweeper tells the applicant after an hour. Later attempts change nothing. While too much waits to be told, a later attempt records it.
 */
export function noteSilence(request: Request, performed: Performed): Request {
  if ((request.telling ?? []).length >= MOST) return request;
  return perform('wait', performed, request, CODE, (waiting) => {
    const told = addTelling(waiting, {
      id: idIn(performed),
      to: 'applicant',
      at: new Date(performed.at.getTime() + PATIENCE_MS).toISOString(),
      code: CODE,
      facts: whatWas(waiting),
    });
    if (isRefusal(told)) throw new Error(`the wait of request ${waiting.id} was not noted: ${told.refused}`);
    return told;
  });
}

/** The row has its answer: who has not been told yet needs no word of the wait. */
export const endSilence = (request: Request, performed: Performed): Request =>
  recordTold(request, [`${request.id}:${idIn(performed)}`]);

const idIn = ({ row }: Performed) => `${row}:${CODE}`;
