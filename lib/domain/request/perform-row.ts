import { isRefusal, type Refusal } from '../problem/problem.ts';
import { changeRequest, type Requests } from './change.ts';
import type { Request } from './request.ts';
import type { Performed } from './performed.ts';

/** The row of the machine, as its functions are told. */
export interface RowTask {
  readonly requestId: string;
  readonly row: { readonly no: number; readonly state: string; readonly actor: string };
}

/** A row could not be written; the machine retries it. */
export class RowNotPerformed extends Error {
  constructor({ requestId, row }: RowTask, { refused }: Refusal) {
    super(`row ${row.state} of request ${requestId}: ${refused}`);
    this.name = 'RowNotPerformed';
  }
}

/** Performs one row on its request, at least once: a row that left its event is not performed again. */
export async function performRow(
  { requests, now }: { readonly requests: Requests; readonly now: Date },
  task: RowTask,
  transition: (request: Request, performed: Performed) => Request,
): Promise<Request> {
  const performed = { row: task.row.state, at: now };
  const changed = await changeRequest(requests, task.requestId, (request) => transition(request, performed));
  if (isRefusal(changed)) throw new RowNotPerformed(task, changed);
  return changed;
}
