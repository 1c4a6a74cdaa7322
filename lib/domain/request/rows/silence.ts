import { isRefusal } from '../../problem/problem.ts';
import type { Performed } from '../performed.ts';
import type { Request } from '../request.ts';
import { addTelling, MOST, recordTold } from '../telling.ts';
import { perform, whatWas } from './rows.ts';

/** How long a register or the payments may be silent before the applicant is told that their request waits for them. */
const PATIENCE_MS = 3_600_000;
/** Who is silent. */
export type Silence = 'registry-silent' | 'payments-silent';

/**
 * What the row needs does not answer: nothing is decided, and the row will be repeated. The first time is recorded; the
 * sweeper tells the applicant after an hour. Later attempts change nothing. While too much waits to be told, a later attempt records it.
 */
export const noteSilence =
  (code: Silence) =>
  (request: Request, performed: Performed): Request => {
    if ((request.telling ?? []).length >= MOST) return request;
    return perform('wait', performed, request, code, (waiting) => {
      const told = addTelling(waiting, {
        id: idIn(performed, code),
        to: 'applicant',
        at: new Date(performed.at.getTime() + PATIENCE_MS).toISOString(),
        code,
        facts: whatWas(waiting),
      });
      if (isRefusal(told)) throw new Error(`the wait of request ${waiting.id} was not noted: ${told.refused}`);
      return told;
    });
  };

/** The row has its answer: who has not been told yet needs no word of the wait. */
export const endSilence =
  (code: Silence) =>
  (request: Request, performed: Performed): Request =>
    recordTold(request, [`${request.id}:${idIn(performed, code)}`]);

const idIn = ({ row }: Performed, code: Silence) => `${row}:${code}`;
