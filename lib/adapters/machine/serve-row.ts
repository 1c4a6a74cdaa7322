import middy from '@middy/core';
import * as z from 'zod';
import { logFailure } from '../log.ts';

/** What the machine hands to a row's function: identifiers and the row's own parameters, never personal data. */
export const rowInput = <With extends z.ZodType>(parameters: With) =>
  z.object({
    requestId: z.string(),
    /** Given by machines that can run again. */
    again: z.int().nonnegative().default(0),
    row: z.object({ no: z.int(), state: z.string(), actor: z.string() }),
    with: parameters,
  });

/** A function that performs rows: its input enters through a schema, a failure goes back to the machine's Retry. */
export const serveRow = <Input extends z.ZodType, Output>(
  input: Input,
  work: (input: z.output<Input>) => Promise<Output>,
) =>
  middy()
    .onError(({ context, error }) => logFailure(context.awsRequestId, error))
    .handler(async (event: unknown): Promise<Output> => work(input.parse(event)));
