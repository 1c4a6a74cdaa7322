import canonicalize from 'canonicalize';
import * as z from 'zod';
import { lookKinds } from '../access/journal-rules.ts';
import { Role } from '../access/roles.ts';
import { Instant } from '../calendar/instant.ts';
import { Unusual } from './unusual.ts';
import { sha256Hex } from '../digest/sha256.ts';

/** How many requests of a list an entry names: as many as a page may have. */
export const SHOWN = 100;

/**
 * One line of the access journal: who looked at or did what, and what came of it. It refers to people by their accounts and
 * to requests by their ids; it holds no name, IIN, form or address.
 */
export const Entry = z.strictObject({
  at: Instant,
  /** ULID; tells entries of one moment apart. */
  id: z.string(),
  kind: z.enum(lookKinds),
  route: z.string(),
  /** Of who called. Absent when nobody could be named: a failed sign-in with an IIN that has no account. */
  account: z.string().optional(),
  role: Role.optional(),
  /** The office, centre or akim that they served. */
  place: z.string().optional(),
  session: z.string().optional(),
  /** Whom an act on people concerns: their account. */
  subject: z.string().optional(),
  request: z.string().optional(),
  /** The requests of a list. */
  shown: z.array(z.string()).max(SHOWN).optional(),
  /** Of an act out of the ordinary: which. */
  unusual: Unusual.optional(),
  /** Of an act of two people: the account of who proposed it. */
  proposer: z.string().optional(),
  /** `done`, or the code of the refusal. */
  outcome: z.string(),
});
export type Entry = z.infer<typeof Entry>;

/** Sorts entries by time. */
export const sortOf = ({ at, id }: Pick<Entry, 'at' | 'id'>): string => `${at}#${id}`;

/** SHA-256 of the entry's RFC 8785 JSON, as seals name it. */
export function digestOf(entry: Entry): string {
  const text = canonicalize(entry);
  if (text === undefined) throw new Error('an entry has no canonical form');
  return sha256Hex(new TextEncoder().encode(text));
}
