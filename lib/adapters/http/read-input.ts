import type { APIGatewayProxyEvent } from 'aws-lambda';
import { refuse, isRefusal, type FieldError, type Refusal } from '../../domain/problem/problem.ts';
import { checkCharacters } from './check-characters.ts';
import type { Contract } from './contract.ts';
import { fieldErrors } from './field-errors.ts';
import { readBody } from './read-body.ts';

export interface Input {
  readonly params: unknown;
  readonly query: unknown;
  readonly headers: unknown;
  readonly body: unknown;
}

type Texts = Readonly<Record<string, string>>;

/** Checks everything from outside by the contract's schemas; returns the typed input or a refusal. */
export function readInput(contract: Contract, event: APIGatewayProxyEvent): Input | Refusal {
  const { params, query, headers, body } = contract;
  const path = decodeAll(event.pathParameters ?? {});
  if (isRefusal(path)) return path;
  const sent = joinHeaders(event);
  const content = body ? readBody(event, sent) : undefined;
  if (isRefusal(content)) return content;
  const asked = Object.fromEntries(Object.entries(sent).filter(([name]) => headers && name in headers.shape));
  const parts = [
    ['params', params, path, '/path'],
    ['query', query, { ...event.queryStringParameters }, '/query'],
    ['headers', headers, asked, '/header'],
    ['body', body, content, ''],
  ] as const;
  const read = parts.filter(([, schema]) => schema);

  const odd = read.flatMap(([, , given, prefix]) => checkCharacters(given, prefix));
  if (odd.length > 0) return refuse('input/characters', { errors: odd });
  const input: Record<string, unknown> = {};
  const errors: FieldError[] = query ? repeatedIn(event.multiValueQueryStringParameters) : [];
  for (const [name, schema, given, prefix] of read) {
    const parsed = schema?.safeParse(given);
    if (parsed?.success) input[name] = parsed.data;
    else if (parsed) errors.push(...fieldErrors(parsed.error, prefix, given));
  }
  if (errors.length > 0)
    return refuse(errors.every(({ rule }) => rule === 'cursor') ? 'input/cursor' : 'input/invalid', { errors });
  return { params: input['params'], query: input['query'], headers: input['headers'], body: input['body'] };
}

/** Refuses a parameter that is given twice: it is unclear which value counts. */
const repeatedIn = (query: APIGatewayProxyEvent['multiValueQueryStringParameters'] | undefined): FieldError[] =>
  Object.entries(query ?? {}).flatMap(([name, values]) =>
    (values?.length ?? 0) > 1 ? [{ field: `/query/${name}`, rule: 'repeated', expected: 'once' }] : [],
  );

/** Lower-case names; a repeated header becomes one, with a comma between the values (RFC 9110 5.3). */
function joinHeaders({ headers, multiValueHeaders }: APIGatewayProxyEvent): Texts {
  const joined: Record<string, string> = {};
  const all = Object.entries(multiValueHeaders ?? {}).map(([name, values]) => [name, values?.join(', ')] as const);
  for (const [name, value] of [...Object.entries(headers ?? {}), ...all])
    if (value !== undefined) joined[name.toLowerCase()] = value;
  return joined;
}

/** API Gateway passes path parameters on without decoding them. */
function decodeAll(params: Readonly<Record<string, string | undefined>>): Texts | Refusal {
  const decoded: Record<string, string> = {};
  for (const [name, value = ''] of Object.entries(params))
    try {
      decoded[name] = decodeURIComponent(value);
    } catch {
      const expected = 'UTF-8 with % and two hexadecimal digits a byte';
      return refuse('route/malformed', {
        errors: [{ field: `/path/${name}`, rule: 'percent-encoding', expected, given: value }],
      });
    }
  return decoded;
}
