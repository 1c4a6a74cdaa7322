import type { z } from 'zod';
import type { Route } from '../../domain/access/rules.ts';
import type { ProblemCode } from '../../domain/problem/codes.ts';

/** One example: an input and the status of its answer. openapi.json shows it, and a test sends it. */
export interface Example {
  readonly summary: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly answers: number;
}

/**
 * What a function promises over HTTP: the route for the stack, the validation for the handler, the description for
 * openapi.json.
 */
export interface Contract {
  readonly route: Route;
  readonly tag: 'Catalogue' | 'Identity' | 'Requests' | 'Work' | 'Documents' | 'EDS' | 'Platform';
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
  /** Content type of a successful answer that is text and not JSON. */
  readonly media?: string;
  /** Status of a new success; a repeated call may answer 200 instead of 201. */
  readonly success: 200 | 201 | 202 | 204;
  readonly refusals: readonly ProblemCode[];
  readonly examples?: readonly Example[];
}

/** Checks a contract against `Contract` and keeps the types of its schemas. */
export const endpoint = <const C extends Contract>(contract: C): C => contract;
