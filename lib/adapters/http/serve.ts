import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';
import type { z } from 'zod';
import type { Caller } from '../../domain/access/roles.ts';
import { lookOf } from '../../domain/access/journal-rules.ts';
import { accessRules, mayCall } from '../../domain/access/rules.ts';
import { problems } from '../../domain/problem/codes.ts';
import type { Language } from '../../domain/language/bilingual.ts';
import { chooseLanguage, problemDetails } from '../../domain/problem/details.ts';
import { isRefusal, refuse, type Refusal } from '../../domain/problem/problem.ts';
import { identifier, openOutcomes } from '../outcome.ts';
import { readCaller } from './caller-context.ts';
import type { Contract } from './contract.ts';
import { openNotes, type About, type Act, type NoteCall } from './note-call.ts';
import { etagOf, isNamed } from './etag.ts';
import { readInput } from './read-input.ts';

type Out<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** What the verb's own file gets: the checked input, and the caller. */
export interface Asked<C extends Contract> {
  readonly params: Out<C['params']>;
  readonly query: Out<C['query']>;
  readonly headers: Out<C['headers']>;
  readonly body: Out<C['body']>;
  readonly language: Language;
  /** Where the request came from, for rate limits; never logged. */
  readonly sourceIp: string;
}

/** A successful answer; its `body` is checked against the contract, too. */
export interface Answered {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Already rendered text of the content type in `headers` (HTML pages). */
  readonly text?: string;
  /** What the access journal says besides the route, the caller and the request in the path; never answered. */
  readonly about?: About;
  /** Of a call with several acts: an entry for each, with what came of it. */
  readonly acts?: readonly Act[];
}

type PublicWork<C extends Contract> = (asked: Asked<C>) => Promise<Answered | Refusal>;
type CallerWork<C extends Contract> = (asked: Asked<C>, caller: Caller) => Promise<Answered | Refusal>;

/** A route that anybody may call. */
export function servePublic<C extends Contract>(
  contract: C,
  work: PublicWork<C>,
  note: NoteCall = openNotes(contract.route, process.env),
) {
  if (accessRules[contract.route] !== 'public') throw new Error(`${contract.route} is not public`);
  return wrap(contract, async (asked) => {
    const result = await work(asked);
    return (await note(result, undefined, asked.params)) ?? result;
  });
}

/**
 * A route for signed-in callers. The authorizer has decided already; the rule is checked again here, to fail closed. What
 * an employee is shown is in the access journal first, or it is not shown.
 */
export function serve<C extends Contract>(
  contract: C,
  work: CallerWork<C>,
  note: NoteCall = openNotes(contract.route, process.env),
) {
  return wrap(contract, async (asked, event) => {
    const caller = readCaller(event.requestContext.authorizer);
    if (!caller) return refuse('access/unauthenticated');
    if (!mayCall(contract.route, caller.role)) return refuse('access/denied');
    const isUnraised = caller.unraised !== undefined && isRaisedOnly(contract.route);
    const result = isUnraised ? refuse('session/eds-needed') : await work(asked, caller);
    return (await note(result, caller, asked.params)) ?? result;
  });
}

/** Whatever the journal notes of employees but the end of a session. */
function isRaisedOnly(route: Contract['route']): boolean {
  const kind = lookOf(route);
  return kind !== undefined && kind !== 'session';
}

function wrap<C extends Contract>(
  contract: C,
  work: (asked: Asked<C>, event: APIGatewayProxyEvent) => Promise<Answered | Refusal>,
) {
  const begin = openOutcomes(process.env);
  return async (
    event: APIGatewayProxyEvent,
    { awsRequestId: incident }: Pick<Context, 'awsRequestId'>,
  ): Promise<APIGatewayProxyResult> => {
    const end = begin();
    const called = { route: contract.route, ...identifier('requestId', event.requestContext?.requestId), incident };
    const language = languageOf(event);
    try {
      const result = await ask(contract, work, event, language);
      const answer = isRefusal(result)
        ? problemAnswer(result, language)
        : success(contract, result, { language, ifNoneMatch: headerOf(event, 'if-none-match') });
      end(endingOf(result), called);
      return answer;
    } catch (error) {
      // Logged under an incident number; the answer has no details.
      end({ outcome: 'failed', code: 'server/failed', error }, called);
      return problemAnswer(refuse('server/failed', { facts: { incident } }), language);
    }
  };
}

async function ask<C extends Contract>(
  contract: C,
  work: (asked: Asked<C>, event: APIGatewayProxyEvent) => Promise<Answered | Refusal>,
  event: APIGatewayProxyEvent,
  language: Language,
): Promise<Answered | Refusal> {
  const input = readInput(contract, event);
  if (isRefusal(input)) return input;
  return work({ ...input, language, sourceIp: event.requestContext.identity.sourceIp } as Asked<C>, event);
}

/** A refusal with a 5xx is our fault, not the caller's. */
function endingOf(result: Answered | Refusal) {
  if (!isRefusal(result)) return { outcome: 'done', code: 'done' } as const;
  return { outcome: problems[result.refused].status < 500 ? 'refused' : 'failed', code: result.refused } as const;
}

interface Wanted {
  readonly language: Language;
  /** The client has the current answer already. */
  readonly ifNoneMatch: string | undefined;
}

function success(contract: Contract, answered: Answered, { language, ifNoneMatch }: Wanted): APIGatewayProxyResult {
  const statusCode = answered.status ?? contract.success;
  const lasts = contract.lasting && statusCode === contract.success;
  const headers = {
    ...securityHeaders,
    ...(lasts && lastingHeaders),
    'content-language': language,
    ...answered.headers,
  };
  const finish = (whole: APIGatewayProxyResult) => (lasts ? lastingAnswer(whole, ifNoneMatch) : whole);
  if (answered.text !== undefined) return finish({ statusCode, headers, body: answered.text });
  if (!contract.answer) return { statusCode, headers, body: '' };
  const body = JSON.stringify(contract.answer.parse(answered.body));
  return finish({ statusCode, headers: { 'content-type': 'application/json; charset=utf-8', ...headers }, body });
}

/** Anybody may store the answer, but must ask each time whether it is current: the next deployment may change it. */
const lastingHeaders = { 'cache-control': 'no-cache', vary: 'accept-encoding, accept-language' };

function lastingAnswer(whole: APIGatewayProxyResult, ifNoneMatch = ''): APIGatewayProxyResult {
  const etag = etagOf(whole.body);
  const headers = { ...whole.headers, etag };
  if (!isNamed(etag, ifNoneMatch)) return { ...whole, headers };
  const { 'content-type': _, ...kept } = headers as Record<string, string>;
  return { statusCode: 304, headers: kept, body: '' };
}

export function problemAnswer(refusal: Refusal, language: Language): APIGatewayProxyResult {
  const problem = problemDetails(refusal, language);
  return {
    statusCode: problem.status,
    headers: {
      ...securityHeaders,
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': language,
      ...(refusal.retryAfter !== undefined && { 'retry-after': String(refusal.retryAfter) }),
      ...(refusal.refused === 'route/method' && { allow: String(refusal.facts?.['allowed'] ?? '') }),
    },
    body: JSON.stringify(problem),
  };
}

/**
 * CORS headers: they tell a browser that a page of another origin may call the API. Sessions use a header, not cookies.
 */
export const preflightAnswer = (methods: readonly string[]): APIGatewayProxyResult => ({
  statusCode: 204,
  headers: {
    ...securityHeaders,
    allow: methods.join(', '),
    'access-control-allow-methods': methods.join(', '),
    'access-control-allow-headers': 'authorization, content-type, accept-language, idempotency-key, if-none-match',
    'access-control-max-age': '7200',
  },
  body: '',
});

const securityHeaders = {
  'cache-control': 'no-store',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'cross-origin-opener-policy': 'same-origin',
  // For what is embedded without CORS; programs and pages of another origin that call the API use CORS.
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'access-control-allow-origin': '*',
  // Response headers that a page of another origin may read, in addition to those that browsers always allow.
  'access-control-expose-headers': 'allow, etag, retry-after, x-amzn-requestid',
};

const headerOf = (event: APIGatewayProxyEvent, wanted: string) =>
  Object.entries(event.headers ?? {}).find(([name]) => name.toLowerCase() === wanted)?.[1];

export const languageOf = (event: APIGatewayProxyEvent) => chooseLanguage(headerOf(event, 'accept-language'));
