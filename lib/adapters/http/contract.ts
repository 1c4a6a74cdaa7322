import type { z } from 'zod';
import type { Route } from '../../domain/access/rules.ts';
import type { ProblemCode } from '../../domain/problem/codes.ts';
import type { tags } from './tags.ts';

/** One example: an input and the status of its answer. openapi.json shows it, and a test sends it. */
export interface Example {
  readonly summary: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly answers: number;
}

/**
 * What the same call does when it is sent again, because its answer was lost or somebody clicked twice. Clients repeat all but `new`
 * blindly; openapi.json has the words, and a test sends each example twice.
 */
export const repeats = {
  reads: 'It reads only: the same call may be sent again.',
  same: 'The same call again changes nothing and gives the same answer.',
  told: 'The same call again changes nothing; if a refusal answers it, it was done before or cannot be done any more: look again.',
  key: 'With the same `Idempotency-Key` the same call again gives the same answer; without one, each call makes another.',
  new: 'Each call is a new one.',
} as const;
export type Again = keyof typeof repeats;

/**
 * What a function promises over HTTP: the route for the stack, the validation for the handler, the description for
 * openapi.json.
 */
export interface Contract {
  readonly route: Route;
  readonly tag: keyof typeof tags;
  /** What the same call does when it is sent again; of every route that is no GET. */
  readonly again?: Again;
  readonly summary: string;
  readonly description?: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  /** Lower-case names. */
  readonly headers?: z.ZodObject;
  readonly body?: z.ZodType;
  /** The successful answer; absent for 204. */
  readonly answer?: z.ZodType;
  /**
   * The answer is the same for everybody and changes only with a deployment or a day. A client that has a copy asks
   * whether it is still current.
   */
  readonly lasting?: true;
  /** Content type of a successful answer that is text; beside `answer`, the other one that may be asked for. */
  readonly media?: string;
  /** Status of a new success; a repeated call may answer 200 instead of 201. */
  readonly success: 200 | 201 | 202 | 204;
  readonly refusals: readonly ProblemCode[];
  readonly examples?: readonly Example[];
}

/** Checks a contract against `Contract` and keeps the types of its schemas. */
export const endpoint = <const C extends Contract>(contract: C): C => contract;
