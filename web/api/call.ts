import type * as z from 'zod';
import { language } from '../state/language.ts';
import { currentToken, sessionEnded } from '../session/session.ts';
import type { Contracts } from './contracts.ts';
import { isProblem, readProblem, type Problem } from '../http/problem.ts';
import { takeEarly } from '../http/early-answers.ts';
import { send } from '../http/send.ts';
import { isPublic } from './is-public.ts';

export type Known = Contracts['route'];
type Of<Route extends Known> = Extract<Contracts, { readonly route: Route }>;

type In<Part extends string, Contract> =
  Contract extends Record<Part, infer Schema> ? (Schema extends z.ZodType ? z.input<Schema> : never) : never;

/** The input of a route, as its contract has it. */
export interface Sent<Route extends Known> {
  readonly params?: In<'params', Of<Route>>;
  readonly query?: In<'query', Of<Route>>;
  readonly body?: In<'body', Of<Route>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The answer of a route; text if its contract has no schema for it. */
export type Answer<Route extends Known> =
  Of<Route> extends { readonly answer: infer Schema } ? (Schema extends z.ZodType ? z.output<Schema> : never) : string;

/**
 * Calls a function of the API by its route, as the signed-in visitor, if there is one. A refusal is a value. If the
 * session has ended, the frame asks the visitor to sign in again, and the page stays.
 */
export async function call<Route extends Known>(
  route: Route,
  sent: Sent<Route> = {},
): Promise<Answer<Route> | Problem> {
  const token = await currentToken(isPublic(route));
  if (isProblem(token)) return token;
  const message = { ...(sent as Sent<Known>), language: language.get(), token };
  const response = (await takeEarly(route, message)) ?? (await send(route, message));
  if (!(response instanceof Response)) return response;
  if (!response.ok) {
    const problem = await readProblem(response);
    if (response.status === 401 && !isPublic(route)) sessionEnded();
    return problem;
  }
  const isJson = response.headers.get('content-type')?.includes('json');
  return (isJson ? await response.json() : await response.text()) as Answer<Route>;
}
