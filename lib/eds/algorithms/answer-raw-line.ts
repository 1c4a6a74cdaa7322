import { findSignatureAlgorithm, verifySignature } from '../algorithms.ts';
import { Budget } from '../budget.ts';
import { Message } from '../message.ts';

/** One line of `eds raw`: only a signature, without policy or certificate. */
export interface RawLine {
  /** A dotted OID, or a name of the table such as `ECDSA-SHA-384`. */
  readonly algorithm: string;
  /** Base64: SubjectPublicKeyInfo, message, signature; and, for an OID that needs them, the parameters' DER. */
  readonly spki: string;
  readonly message: string;
  readonly signature: string;
  readonly parameters?: string;
}

export type RawAnswer =
  | { readonly valid: true }
  | {
      readonly valid: false;
      readonly code: 'input-malformed' | 'algorithm-unknown' | 'algorithm-unsupported' | 'signature-invalid';
    };

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$/u;

const decode = (value: unknown): Uint8Array | undefined =>
  typeof value === 'string' && base64.test(value) ? Buffer.from(value, 'base64') : undefined;

/** Answers one parsed JSON line, whatever it is: malformed input gets an answer, too, never an error. */
export function answerRawLine(line: unknown): RawAnswer {
  if (typeof line !== 'object' || line === null) return { valid: false, code: 'input-malformed' };
  const fields: Partial<Record<keyof RawLine, unknown>> = line;
  const { algorithm } = fields;
  const [spki, message, signature] = [decode(fields.spki), decode(fields.message), decode(fields.signature)];
  const parameters = fields.parameters === undefined ? undefined : decode(fields.parameters);
  const complete = fields.parameters === undefined || parameters !== undefined;
  if (typeof algorithm !== 'string' || !spki || !message || !signature || !complete) {
    return { valid: false, code: 'input-malformed' };
  }
  if (findSignatureAlgorithm(algorithm) === undefined) return { valid: false, code: 'algorithm-unknown' };
  const identifier = { oid: algorithm, ...(parameters && { parameters }) };
  const answer = verifySignature(identifier, spki, new Message(message), signature, Budget.unlimited());
  if (answer === 'valid') return { valid: true };
  return { valid: false, code: answer === 'invalid' ? 'signature-invalid' : 'algorithm-unsupported' };
}
