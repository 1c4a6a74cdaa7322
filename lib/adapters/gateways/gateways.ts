import { ulid } from 'ulid';
import * as z from 'zod';
import { Instant } from '../../domain/calendar/instant.ts';
import { Billed } from '../../domain/payment/invoice.ts';
import {
  registerAnswers,
  type RegisterAnswer,
  type Registry,
  type TellingRegister,
} from '../../domain/regulation/words.ts';
import type { SigningKey } from '../identity/signing-key.ts';
import { signCall } from './call-signature.ts';

/** Milliseconds that a gateway may take; the machine repeats a row without an answer. */
export const PATIENCE = 10_000;

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
/** What a register is asked about: a person, an organisation, or a power of attorney. */
export type Subject = { readonly iin: string } | { readonly bin: string } | Power;

const Found = z.object({ found: z.boolean() });
const ToldOrNot = z.union([
  z.object({ found: z.literal(false) }),
  z.object({ found: z.literal(true), person: z.partialRecord(z.enum(registerAnswers), z.string().max(300)) }),
]);
const Paying = z.discriminatedUnion('state', [
  z.object({ state: z.literal('paid'), paidAt: Instant }),
  z.object({ state: z.enum(['open', 'expired']) }),
]);
export type Paying = z.infer<typeof Paying>;
/** What an invoice is made of: whole tenge, and from when it can no longer be paid. */
export interface Bill {
  readonly request: string;
  readonly service: string;
  readonly iin: string;
  readonly tenge: number;
  readonly until: string;
}

/** Where the gateway is, and how calls to it are signed. */
export interface Line {
  readonly url: string;
  readonly key: SigningKey;
  readonly clock: () => Date;
  /** Milliseconds; {@link PATIENCE} unless a test is in a hurry. */
  readonly patience?: number;
  /** At least 16 letters, digits, hyphens and underscores; never the same twice. */
  readonly newNonce?: () => string;
}

/**
 * The gateway of "electronic government": state registers and payments behind one address (docs/gateway/openapi.yaml). Each
 * call is signed. Numbers of persons are in the body, never in the address. Throws if it gets no answer: silence of a
 * register does not mean "absent".
 */
export function openGateways({ url, key, clock, patience = PATIENCE, newNonce = ulid }: Line) {
  const ask = async <Answer extends z.ZodType>(path: string, body: unknown, answer: Answer) => {
    const address = new URL(`${url}${path}`);
    const sent = new TextEncoder().encode(JSON.stringify(body));
    const call = {
      method: 'POST',
      authority: address.host,
      path: address.pathname,
      contentType: JSON_TYPE,
      body: sent,
    };
    const response = await fetch(address, {
      method: call.method,
      headers: await signCall(call, key, clock(), newNonce()),
      body: sent,
      // Another address was not signed for.
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    if (!response.ok) throw new Error(`the gateway answered ${response.status} to ${path}`);
    return answer.parse(await response.json());
  };
  return {
    /** Whether the register knows the subject. */
    isKnown: async (registry: Registry, subject: Subject): Promise<boolean> =>
      (await ask(`/registries/${registry}`, subject, Found)).found,
    /** Of a person what is wanted and the register has; undefined if it does not know them. */
    tellPerson: async (
      registry: TellingRegister,
      iin: string,
      wanted: readonly RegisterAnswer[],
    ): Promise<Told | undefined> => {
      const told = await ask(`/registries/${registry}/person`, { iin, wanted }, ToldOrNot);
      return told.found ? told.person : undefined;
    },
    /** Makes the request's invoice. A request has one: asked again, the payments answer the one that they have made. */
    makeInvoice: (bill: Bill): Promise<Billed> => ask('/invoices', bill, Billed),
    /** Whether an invoice is paid. `expired`: its time is over, and the payments take no money for it any more. */
    findPayment: (number: string): Promise<Paying> => ask('/invoices/state', { number }, Paying),
  };
}

/** What a register told of a person. */
export type Told = Partial<Record<RegisterAnswer, string>>;

const JSON_TYPE = 'application/json';

export type Gateways = ReturnType<typeof openGateways>;
