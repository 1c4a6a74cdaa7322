import { isRefusal, type Refusal } from '../../problem/problem.ts';
import { changeRequest, type Requests } from '../change.ts';
import type { Request } from '../request.ts';
import type { Performed } from '../performed.ts';
import { answerOf, recordAnswer, type QuestionCode } from './rows.ts';
import { runOf } from '../run.ts';
import { assertRuns } from './taken-back.ts';

/** The machine's row, as its functions get it. */
export interface RowTask {
  readonly requestId: string;
  /** Which run of the request the machine executes: 0 is the first. */
  readonly again: number;
  readonly row: { readonly no: number; readonly state: string; readonly actor: string };
}

/** Thrown if a row could not be written; the machine retries it. */
export class RowNotPerformed extends Error {
  constructor({ requestId, row }: RowTask, { refused }: Refusal) {
    super(`row ${row.state} of request ${requestId}: ${refused}`);
    this.name = 'RowNotPerformed';
  }
}

/**
 * Performs one row on its request. A row whose event is recorded is skipped. A late repetition of an earlier run's row
 * changes nothing.
 *
 * @throws TakenBack
 */
export async function performRow(
  { requests, now }: { readonly requests: Requests; readonly now: Date },
  task: RowTask,
  transition: (request: Request, performed: Performed) => Request,
): Promise<Request> {
  const performed = { row: task.row.state, at: now };
  const changed = await changeRequest(requests, task.requestId, (request) => {
    assertRuns(request);
    return task.again < runOf(request) ? request : transition(request, performed);
  });
  if (isRefusal(changed)) throw new RowNotPerformed(task, changed);
  return changed;
}

interface Answered<Answer extends string> {
  readonly answer: Answer;
  /** What the history says beside it. */
  readonly facts?: Readonly<Record<string, string>>;
}

/** A system's question in a row: the event that records the answer, and what else follows from it. */
export interface Question<Answer extends string> {
  readonly code: QuestionCode;
  /** Undefined if there will be an answer later: nothing is recorded, and the row asks again. */
  readonly ask: (request: Request) => Promise<Answered<Answer> | undefined>;
  readonly follow?: (request: Request, performed: Performed, answer: Answer) => Request;
}

/** Asks, and records the answer in the history. A repeated row gives the recorded answer. Undefined if there is none yet. */
export async function askInRow<Answer extends string>(
  { requests, now }: { readonly requests: Requests; readonly now: Date },
  task: RowTask,
  { code, ask, follow = (request) => request }: Question<Answer>,
): Promise<{ outcome: Answer } | undefined> {
  const request = await requests.find(task.requestId);
  if (!request) throw new Error(`there is no request ${task.requestId}`);
  assertRuns(request);
  const performed = { row: task.row.state, at: now };
  const recorded = answerOf(request, performed, code) as Answer | undefined;
  const said: Answered<Answer> | undefined = recorded === undefined ? await ask(request) : { answer: recorded };
  if (!said) return undefined;
  const { answer, facts } = said;
  await performRow({ requests, now }, task, (current) =>
    follow(recordAnswer(current, performed, code, answer, facts), performed, answer),
  );
  return { outcome: answer };
}
