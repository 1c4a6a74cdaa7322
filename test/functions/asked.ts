import type { z } from 'zod';
import type { Answered } from '../../lib/adapters/http/serve.ts';
import { isRefusal, type Refusal } from '../../lib/domain/problem/problem.ts';
import { draft } from '../lib/domain/request/example.ts';

const nothing = {
  params: undefined,
  query: undefined,
  headers: undefined,
  body: undefined,
  language: 'ru',
  sourceIp: '',
} as const;

/** What `serve` passes to a verb: the parts that its contract has. */
export const asked = <More extends object>(more: More): Omit<typeof nothing, keyof More> & More => ({
  ...nothing,
  ...more,
});

/** What a machine passes to the function of a row of the example's request. */
export const rowTask = <With>(state: string, parameters: With, again = 0) => ({
  requestId: draft().id,
  again,
  passBy: false,
  ahead: [],
  row: { no: Number.parseInt(state, 10) || 0, state, actor: state.split('-')[1] ?? '' },
  with: parameters,
});

/** The body as the contract would send it. */
export function bodyOf<Answer extends z.ZodType>(
  { answer }: { readonly answer: Answer },
  answered: Answered | Refusal,
): z.output<Answer> {
  if (isRefusal(answered)) throw new Error(`refused: ${answered.refused}`);
  return answer.parse(answered.body);
}
