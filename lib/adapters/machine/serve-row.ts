import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { identifier, openOutcomes, type Called } from '../outcome.ts';

/** The machine's input to a row's function: identifiers and the row's own parameters, never personal data. */
export const rowInput = <With extends z.ZodType>(parameters: With) =>
  z.object({
    requestId: z.string(),
    /** Sent by machines that can run again. */
    again: z.int().nonnegative().default(0),
    row: z.object({ no: z.int(), state: z.string(), actor: z.string() }),
    with: parameters,
  });

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
      end({ outcome: 'failed', code: 'server/failed', error }, called);
      throw error;
    }
  };
}

/** What the log can say about an unchecked input: the machine's name of the state, and the request. */
const Naming = z.object({ requestId: z.string(), row: z.object({ state: z.string().regex(/^\d\d-[a-z-]{3,80}$/) }) });

function calledBy(event: unknown): Partial<Called> {
  const { success, data } = Naming.safeParse(event);
  return success ? { row: data.row.state, ...identifier('request', data.requestId) } : {};
}
