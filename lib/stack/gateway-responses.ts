import { ResponseType } from 'aws-cdk-lib/aws-apigateway';

/** A problem of the service's own catalogue: its status and its text for people. */
export interface ProblemText {
  readonly status: number;
  readonly ru: string;
  readonly kk: string;
}
export type ProblemTexts = Readonly<Record<GatewayProblem, ProblemText>>;

/**
 * API Gateway's own answers → the code with which a function would have answered. The two defaults answer, with their
 * status, for all kinds that are not named: those of the firewall and the authorizer, and failed integrations.
 */
const answers = [
  [ResponseType.UNAUTHORIZED, 'access/unauthenticated'],
  [ResponseType.THROTTLED, 'access/too-many'],
  [ResponseType.QUOTA_EXCEEDED, 'access/too-many'],
  [ResponseType.RESOURCE_NOT_FOUND, 'route/unknown'],
  // API Gateway's answer to a path or method that it does not have.
  [ResponseType.MISSING_AUTHENTICATION_TOKEN, 'route/unknown'],
  [ResponseType.REQUEST_TOO_LARGE, 'body/too-large'],
  [ResponseType.UNSUPPORTED_MEDIA_TYPE, 'body/type'],
  [ResponseType.BAD_REQUEST_BODY, 'body/malformed'],
  [ResponseType.BAD_REQUEST_PARAMETERS, 'route/malformed'],
  [ResponseType.DEFAULT_4XX, 'access/denied'],
  [ResponseType.DEFAULT_5XX, 'server/failed'],
] as const satisfies readonly (readonly [ResponseType, string])[];
/** The firewall answers before the gateway. */
export type GatewayProblem = (typeof answers)[number][1] | 'access/too-many-from-address';

/** API Gateway's own limit in bytes, and its own id of the request: the facts that the texts may name. */
const facts: Readonly<Record<string, string>> = { limit: '10485760', incident: '$context.requestId' };

/**
 * RFC 9457 for requests that never reach a function; in both languages, because the gateway cannot read
 * Accept-Language.
 */
export const gatewayResponses = (texts: ProblemTexts) =>
  Object.fromEntries(
    answers.map(([{ responseType }, code]) => {
      const answer = {
        statusCode: String(texts[code].status),
        responseParameters: headers,
        responseTemplates: { 'application/json': problemJson(code, texts, { instance: '$context.requestId' }) },
      };
      return [responseType, answer];
    }),
  );

/** Problem details of a code as JSON text. `more` are members that only the answering place knows. */
export function problemJson(code: GatewayProblem, texts: ProblemTexts, more: Readonly<Record<string, string>> = {}) {
  const { status, ru, kk } = texts[code];
  const type = `urn:e-akimat:problem:${code.replace('/', ':')}`;
  return JSON.stringify({ type, title: fillFacts(`${ru} / ${kk}`), status, code, ...more });
}

/** In quotes, API Gateway takes a value literally instead of looking it up. */
const headers = Object.fromEntries(
  Object.entries({
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Content-Language': 'ru, kk',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Access-Control-Allow-Origin': '*',
  }).map(([name, value]) => [`gatewayresponse.header.${name}`, `'${value}'`]),
);

const fillFacts = (text: string) => text.replace(/\{(\w+)\}/g, (place, name: string) => facts[name] ?? place);
