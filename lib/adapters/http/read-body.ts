import type { APIGatewayProxyEvent } from 'aws-lambda';
import { refuse, type Refusal } from '../../domain/problem/problem.ts';
import { scanJson } from './scan-json.ts';

/** The largest request body in bytes; scans go to S3 directly, so no route needs more. */
export const BODY_LIMIT = 1_048_576;

export interface BodyHeaders {
  readonly 'content-type'?: string;
  readonly 'content-encoding'?: string;
}

/** The parsed body, if it is small, flat and plain enough to be checked field by field; else the refusal. */
export function readBody(
  { body, isBase64Encoded }: Pick<APIGatewayProxyEvent, 'body' | 'isBase64Encoded'>,
  headers: BodyHeaders,
): unknown {
  const foreign = refuseForeign(headers);
  if (foreign) return foreign;
  const bytes = Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > BODY_LIMIT) return refuse('body/too-large', { facts: { limit: BODY_LIMIT } });
  // A byte order mark is ignored (RFC 8259 8.1). Bytes that are not UTF-8 become U+FFFD, as in the gateway.
  const text = new TextDecoder('utf-8').decode(bytes);
  const refused = scanJson(text);
  if (refused) return refused;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return refuse(text.includes('\ufffd') ? 'body/not-utf8' : 'body/malformed');
  }
}

function refuseForeign(headers: BodyHeaders): Refusal | undefined {
  const type = headers['content-type'] ?? '';
  if (!/^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(type)) return refuse('body/type');
  for (const [, charset = ''] of type.matchAll(/;\s*charset\s*=\s*"?([^";\s]*)/gi))
    if (!/^utf-?8$/i.test(charset)) return named('body/charset', 'content-type', 'charset', 'utf-8', charset);
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding.trim().toLowerCase() !== 'identity')
    return named('body/encoding', 'content-encoding', 'encoding', 'identity', encoding);
  return undefined;
}

const named = (code: 'body/charset' | 'body/encoding', header: string, rule: string, expected: string, given: string) =>
  refuse(code, { errors: [{ field: `/header/${header}`, rule, expected, given }] });
