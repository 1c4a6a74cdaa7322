import type { Answer } from '../aws/request.ts';
import type { GatewayAnswer } from '../template/api.ts';

/** The gateway's own refusals, each with API Gateway's status unless the template sets another. */
const statuses = {
  UNAUTHORIZED: 401,
  ACCESS_DENIED: 403,
  AUTHORIZER_FAILURE: 500,
  AUTHORIZER_CONFIGURATION_ERROR: 500,
  MISSING_AUTHENTICATION_TOKEN: 403,
  BAD_REQUEST_PARAMETERS: 400,
  REQUEST_TOO_LARGE: 413,
  THROTTLED: 429,
  INTEGRATION_TIMEOUT: 504,
  INTEGRATION_FAILURE: 502,
} as const;
export type GatewayRefusal = keyof typeof statuses;

/** Makes the gateway's own answers with the template's texts; DEFAULT_4XX and DEFAULT_5XX replace absent ones. */
export const gatewayAnswers =
  (answers: Readonly<Record<string, GatewayAnswer>>) =>
  (refusal: GatewayRefusal, context: Readonly<Record<string, string>>): Answer => {
    const usual = statuses[refusal];
    const worded = answers[refusal] ?? answers[usual < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX'];
    const { status = usual, headers = {}, template = '{"message":$context.error.messageString}' } = worded ?? {};
    const facts = { ...context, 'error.responseType': refusal, 'error.messageString': JSON.stringify(refusal) };
    return {
      status,
      headers: { 'content-type': 'application/json', 'x-amzn-errortype': refusal, ...lowerCase(headers) },
      body: template.replace(
        /\$context\.(\w+(?:\.\w+)*)/g,
        (place, name: string) => (facts as Record<string, string>)[name] ?? place,
      ),
    };
  };

const lowerCase = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
