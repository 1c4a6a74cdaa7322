import * as z from 'zod';
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

const Offset = z
  .string()
  .max(16)
  .transform((text, context): number => {
    const offset = Number(Buffer.from(text, 'base64url').toString());
    if (Number.isSafeInteger(offset) && offset > 0) return offset;
    context.addIssue({ code: 'custom', message: 'the `next` of the page before', params: { rule: 'cursor' } });
    return z.NEVER;
  });

/** Query parameters of a list that lies ready in its own order, as those of the catalogue do. */
export const listQuery = {
  limit: pageQuery.limit,
  from: Offset.optional().meta({ description: 'The `next` of the page before', override: { type: 'string' } }),
};

interface ListAsked {
  readonly limit: number;
  readonly from?: number | undefined;
}

/** The page of such a list; `next` is absent on the last. */
export function takePage<Item>(items: readonly Item[], { limit, from = 0 }: ListAsked) {
  const end = from + limit;
  return {
    items: items.slice(from, end),
    ...(end < items.length && { next: Buffer.from(String(end)).toString('base64url') }),
  };
}
