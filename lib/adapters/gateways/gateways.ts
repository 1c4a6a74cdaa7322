import * as z from 'zod';
import type { Registry } from '../../domain/regulation/words.ts';

/** Milliseconds that a gateway may take; the machine repeats a row without an answer. */
const PATIENCE = 10_000;

const Found = z.object({ found: z.boolean() });
const Payment = z.object({ due: z.boolean() });

/**
 * The gateway of "electronic government": state registers and payments behind one address. Numbers of persons are in the
 * body, never in the address. Throws if it gets no answer: silence of a register does not mean "absent".
 */
export function openGateways(url: string) {
  const ask = async <Answer extends z.ZodType>(path: string, body: unknown, answer: Answer) => {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (!response.ok) throw new Error(`the gateway answered ${response.status} to ${path}`);
    return answer.parse(await response.json());
  };
  return {
    /** Whether the register knows the person. */
    isKnown: async (registry: Registry, iin: string): Promise<boolean> =>
      (await ask(`/registries/${registry}`, { iin }, Found)).found,
    /** Whether the request has an unpaid fee. */
    isDue: async (request: string, service: string, iin: string): Promise<boolean> =>
      (await ask('/payments', { request, service, iin }, Payment)).due,
  };
}

export type Gateways = ReturnType<typeof openGateways>;
