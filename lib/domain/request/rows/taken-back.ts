import type { Request } from '../request.ts';

/** Name of the error by which every machine goes to its end (statemachines/compile.ts). */
export const TAKEN_BACK = 'TakenBack';

/** Thrown by rows of a request that its applicant has taken back: nothing of it is performed any more. */
export class TakenBack extends Error {
  constructor(id: string) {
    super(`request ${id} was taken back`);
    this.name = TAKEN_BACK;
  }
}

/** @throws TakenBack */
export function assertRuns(request: Request): void {
  if (request.state === 'taken-back') throw new TakenBack(request.id);
}
