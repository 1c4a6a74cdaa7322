import { z } from 'zod';
import type { Place } from '../dynamo/requests.ts';

const Cursor = z
  .string()
  .max(512)
  .transform((text, context): Place => {
    const parsed = z.tuple([z.string(), z.string()]).safeParse(parseJson(Buffer.from(text, 'base64url').toString()));
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom', message: 'the `next` of the page before', params: { rule: 'cursor' } });
    return z.NEVER;
  });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Query parameters of every list. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(100).default(20).meta({ description: 'Entries a page' }),
  from: Cursor.optional().meta({ description: 'The `next` of the page before', override: { type: 'string' } }),
};

export const nextPage = z.string().optional().meta({ description: 'Give it as `from` to get the next page' });

export const encodePlace = (place: Place | undefined) =>
  place && Buffer.from(JSON.stringify(place)).toString('base64url');
