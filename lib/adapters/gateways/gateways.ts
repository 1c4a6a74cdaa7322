import * as z from 'zod';
import type { Registry } from '../../domain/regulation/words.ts';

/** Milliseconds that a gateway may take; the machine repeats a row without an answer. */
const PATIENCE = 10_000;

/** A power of attorney as the form names it; the register knows it only if everything agrees. Days are ISO days. */
export const Power = z.object({
  number: z.string(),
  issuedOn: z.string(),
  until: z.string(),
  /** IIN of who gave it, and of who acts by it. */
  principal: z.string(),
  representative: z.string(),
});
export type Power = z.infer<typeof Power>;
/** What a register is asked about: a person, or a power of attorney. */
export type Subject = { readonly iin: string } | Power;

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
    /** Whether the register knows the subject. */
    isKnown: async (registry: Registry, subject: Subject): Promise<boolean> =>
      (await ask(`/registries/${registry}`, subject, Found)).found,
    /** Whether the request has an unpaid fee. */
    isDue: async (request: string, service: string, iin: string): Promise<boolean> =>
      (await ask('/payments', { request, service, iin }, Payment)).due,
  };
}

export type Gateways = ReturnType<typeof openGateways>;
