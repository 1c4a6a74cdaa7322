import type { APIGatewayProxyEvent } from 'aws-lambda';
import type { z } from 'zod';
import { refuse, isRefusal, type FieldError, type Refusal } from '../../domain/problem/problem.ts';
import type { Contract } from './contract.ts';

/** Bytes of a request body; scans go to S3 directly, so nothing longer has business here. */
export const BODY_LIMIT = 1_048_576;

export interface Input {
  readonly params: unknown;
  readonly query: unknown;
  readonly headers: unknown;
  readonly body: unknown;
}

/** Everything from outside enters through the contract's schemas; the answer is the typed input or a refusal. */
export function readInput(contract: Contract, event: APIGatewayProxyEvent): Input | Refusal {
  const body = contract.body ? readBody(event) : undefined;
  if (isRefusal(body)) return body;
  const headers = lowerCase(event.headers);
  const parts = [
    ['params', contract.params, decodeAll(event.pathParameters ?? {}), '/path'],
    ['query', contract.query, { ...event.queryStringParameters }, '/query'],
    ['headers', contract.headers, headers, '/header'],
    ['body', contract.body, body, ''],
  ] as const;
  const input: Record<string, unknown> = {};
  const errors: FieldError[] = [];
  for (const [name, schema, given, prefix] of parts) {
    if (!schema) continue;
    const parsed = schema.safeParse(given);
    if (parsed.success) input[name] = parsed.data;
    else errors.push(...fieldErrors(parsed.error, prefix, given));
  }
  if (errors.length > 0) return refuse('input/invalid', { errors });
  return { params: input['params'], query: input['query'], headers: input['headers'], body: input['body'] };
}

function readBody(event: APIGatewayProxyEvent): unknown {
  const type = lowerCase(event.headers)['content-type'] ?? '';
  if (!/^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(type)) return refuse('body/type');
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > BODY_LIMIT) return refuse('body/too-large', { facts: { limit: BODY_LIMIT } });
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    return refuse('body/malformed');
  }
}

const lowerCase = (headers: Readonly<Record<string, string | undefined>> | null) =>
  Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]));

/** API Gateway hands path parameters over as they stood in the address. */
const decodeAll = (params: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, decode(value ?? '')]));

function decode(value: string) {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** One entry an issue of zod; secrets are never repeated. */
export function fieldErrors(error: z.ZodError, prefix: string, input: unknown): FieldError[] {
  return error.issues.flatMap((issue) => {
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    return paths.map((path) => {
      const given = valueAt(input, path);
      const secret = path.some((step) => /password|token|secret/i.test(String(step)));
      return {
        field: `${prefix}/${path.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`,
        rule: issue.code === 'custom' && issue.params?.['rule'] ? String(issue.params['rule']) : issue.code,
        expected: issue.message,
        ...(given !== undefined && !secret && { given: shorten(given) }),
      };
    });
  });
}

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<PropertyKey, unknown>)[step]
        : undefined,
    input,
  );

function shorten(value: unknown) {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 64 ? `${text.slice(0, 64)}…` : text;
}
