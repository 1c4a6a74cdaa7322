import type { Bilingual } from '../language/bilingual.ts';
import type { ProblemCode } from './codes.ts';

/** What is wrong with one field. `field` is a JSON pointer into the input; `given` is what was sent, shortened. */
export interface FieldError {
  readonly field: string;
  readonly rule: string;
  readonly expected: string;
  readonly given?: string;
  /** Of a length or an amount: what fills the sentence for people. */
  readonly bounds?: { readonly min?: number; readonly max?: number };
}

/** An expected refusal: a value, never thrown. `facts` fill the placeholders of the code's text; no personal data. */
export interface Refusal {
  readonly refused: ProblemCode;
  readonly errors?: readonly FieldError[];
  readonly facts?: Readonly<Record<string, string | number>>;
  /** Machine-readable details that belong to the code, e.g. the report of a signature. */
  readonly extension?: Readonly<Record<string, unknown>>;
  /** Seconds after which the same call may be answered otherwise (Retry-After). */
  readonly retryAfter?: number;
  /** What the particulars say, in sentences for the person who asked. */
  readonly inWords?: Bilingual;
  /** Whose account or which request it was about: for the access journal, never in the answer. */
  readonly about?: { readonly account?: string | undefined; readonly request?: string };
}

export const refuse = (refused: ProblemCode, more: Omit<Refusal, 'refused'> = {}): Refusal => ({ refused, ...more });

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value;
