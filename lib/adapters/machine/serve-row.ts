import type { Context } from 'aws-lambda';
import * as z from 'zod';
import type { FindService } from '../../domain/regulation/cards.ts';
import type { Requests } from '../../domain/request/change.ts';
import { knowRequests } from '../../domain/request/known.ts';
import { firstAlarm } from '../../domain/request/rows/measure.ts';
import { TakenBack } from '../../domain/request/rows/taken-back.ts';
import { WorkAhead } from '../../domain/request/work.ts';
import { identifier, openOutcomes, type Called } from '../outcome.ts';

/** The machine's input to a row's function: identifiers and the row's own parameters, never personal data. */
export const rowInput = <With extends z.ZodType>(parameters: With) =>
  z.object({
    requestId: z.string(),
    /** Sent by machines that can run again. */
    again: z.int().nonnegative().default(0),
    /** A run that begins again goes through the first function to its own row: nothing is performed there. */
    passBy: z.boolean().default(false),
    /** The people's rows that may open next, with no function between. */
    ahead: z.array(WorkAhead).default([]),
    row: z.object({ no: z.int(), state: z.string(), actor: z.string() }),
    with: parameters,
  });

interface Measuring {
  readonly requests: Pick<Requests, 'find'>;
  readonly findService: FindService;
  readonly clock: () => Date;
}

/** What a row's function needs at least; it gets the time of its run, and requests that the run knows. */
type StepNeeds = Measuring & { readonly requests: Requests };

/** What the machine says of any row that work may follow. */
export interface Step {
  readonly requestId: string;
  readonly passBy: boolean;
  readonly ahead: readonly WorkAhead[];
}

/**
 * Performs a row and then measures what may open after it: `alarmSeconds` in its answer is how long the machine waits for that work before
 * it first rings. A row that answers `alarmSeconds` itself means its own work. If measuring fails, the machine repeats the row, which
 * then changes nothing and measures.
 */
export async function performAndMeasure(task: Step, work: () => Promise<unknown>, needs: Measuring): Promise<unknown> {
  const output = task.passBy ? undefined : await work();
  const answer = typeof output === 'object' ? output : undefined;
  if (task.ahead.length === 0 || (answer && 'alarmSeconds' in answer)) return output;
  const request = await needs.requests.find(task.requestId);
  const alarmSeconds = request && firstAlarm(request, task.ahead, { ...needs, now: needs.clock() });
  return { ...answer, ...(alarmSeconds !== undefined && { alarmSeconds }) };
}

/** A function that performs rows: a schema checks its input, and the machine's Retry handles a failure. */
export function serveRow<Input extends z.ZodType, Output>(
  input: Input,
  work: (input: z.output<Input>) => Promise<Output>,
) {
  const begin = openOutcomes(process.env);
  return async (event: unknown, { awsRequestId: incident }: Pick<Context, 'awsRequestId'>): Promise<Output> => {
    const end = begin();
    const called = { ...calledBy(event), incident };
    try {
      const output = await work(input.parse(event));
      end({ outcome: 'done', code: 'done' }, called);
      return output;
    } catch (error) {
      // It ends the machine, and is no failure.
      if (error instanceof TakenBack) end({ outcome: 'done', code: 'taken-back' }, called);
      else end({ outcome: 'failed', code: 'server/failed', error }, called);
      throw error;
    }
  };
}

/** The same for a row after which work may open: its answer says how long to wait for that, measured on what it has just written. */
export const serveStep = <Input extends z.ZodType<Step>, Needs extends StepNeeds>(
  input: Input,
  work: (input: z.output<Input>, needs: Needs & { readonly now: Date }) => Promise<unknown>,
  needs: Needs,
) =>
  serveRow(input, (task) => {
    const given = { ...needs, requests: knowRequests(needs.requests), now: needs.clock() };
    return performAndMeasure(task, () => work(task, given), given);
  });

/** What the log can say about an unchecked input: the machine's name of the state, and the request. */
const Naming = z.object({ requestId: z.string(), row: z.object({ state: z.string().regex(/^\d\d-[a-z-]{3,80}$/) }) });

function calledBy(event: unknown): Partial<Called> {
  const { success, data } = Naming.safeParse(event);
  return success ? { row: data.row.state, ...identifier('request', data.requestId) } : {};
}
