import { createHash, randomUUID } from 'node:crypto';
import jsonata, { type Expression } from 'jsonata';
import type { Json, Template } from './definition.ts';
import { StateFailure } from './failure.ts';

/** Names without their `$`: `states` and the variables that were assigned. */
export type Bindings = Readonly<Record<string, unknown>>;

/** What Step Functions adds to JSONata (developer guide, "JSONata functions provided by Step Functions"). */
const provided = {
  partition: (array: readonly Json[], size: number) =>
    Array.from({ length: Math.ceil(array.length / size) }, (_, i) => array.slice(i * size, (i + 1) * size)),
  range: (first: number, last: number, step: number) =>
    Array.from({ length: Math.max(0, Math.floor((last - first) / step) + 1) }, (_, i) => first + i * step),
  hash: (text: string, algorithm: string) => createHash(algorithm.replace('-', '')).update(text).digest('hex'),
  uuid: () => randomUUID(),
  parse: (text: string): Json => JSON.parse(text) as Json,
} as const;

const compiled = new Map<string, Expression>();

function compile(text: string): Expression {
  const known = compiled.get(text);
  if (known) return known;
  const expression = jsonata(text);
  compiled.set(text, expression);
  return expression;
}

const EXPRESSION = /^\{%([\s\S]*)%\}$/;

/**
 * A template's value, with each `{% … %}` in it evaluated.
 * @throws StateFailure `States.QueryEvaluationError` if an expression fails or gives nothing
 */
export async function evaluate(template: Template, bindings: Bindings): Promise<Json> {
  if (typeof template === 'string') {
    const text = EXPRESSION.exec(template)?.[1];
    return text === undefined ? template : query(text, bindings);
  }
  if (typeof template !== 'object' || template === null) return template;
  if (isList(template)) return Promise.all(template.map((each) => evaluate(each, bindings)));
  const entries = Object.entries(template).map(async ([name, each]) => [name, await evaluate(each, bindings)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

const isList = (value: object): value is readonly Json[] => Array.isArray(value);

async function query(text: string, bindings: Bindings): Promise<Json> {
  let value: unknown;
  try {
    value = await compile(text).evaluate(null, { ...provided, ...bindings });
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string };
    throw new StateFailure('States.QueryEvaluationError', `${code ?? 'error'}: ${message ?? ''} in {%${text}%}`);
  }
  // JSONata's lists have extra properties; the result must be plain JSON. A function is not JSON.
  const json = typeof value === 'function' ? undefined : JSON.stringify(value);
  if (json === undefined) throw new StateFailure('States.QueryEvaluationError', `nothing came of {%${text}%}`);
  return JSON.parse(json) as Json;
}
