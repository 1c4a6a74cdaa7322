import type { Language } from '../language/bilingual.ts';
import { fieldText } from './field-text.ts';
import type { FieldError } from './problem.ts';

/** The largest number of field errors in one answer, and of characters of JSON in one error. */
export const ERRORS = 20;
export const ERROR_CHARACTERS = 300;

/** The most characters that each part may take, in the order in which the parts get room; `expected` gets the rest. */
const ROOM = { rule: 40, field: 80, given: 64, expected: ERROR_CHARACTERS } as const;

/** A field error as it is answered: with its rule as a sentence in the reader's language. */
export type TextedError = Omit<FieldError, 'bounds'> & { readonly text: string };

interface BoundErrors {
  readonly errors: readonly TextedError[];
  /** How many more errors there are. */
  readonly moreErrors?: number;
}

/** A small answer, whatever was sent: the first errors, each shortened, and how many more there are. */
export function boundErrors(errors: readonly FieldError[], language: Language): BoundErrors {
  const more = errors.length - ERRORS;
  return {
    errors: errors.slice(0, ERRORS).map((error) => boundError(error, fieldText(error, language))),
    ...(more > 0 && { moreErrors: more }),
  };
}

/** The sentence stays whole. The parts that the client sent, and what was expected, share the remaining room. */
function boundError({ field, rule, expected, given }: FieldError, text: string): TextedError {
  const bound = { field: '', rule: '', expected: '', ...(given !== undefined && { given: '' }), text };
  const parts = { rule, field, ...(given !== undefined && { given }), expected };
  for (const [name, part] of Object.entries(parts) as [keyof typeof ROOM, string][]) {
    const left = ERROR_CHARACTERS - JSON.stringify(bound).length;
    bound[name] = left > 0 ? clip(part, Math.min(ROOM[name], left)) : '';
  }
  return bound;
}

/** The beginning of a text that takes at most `room` characters in JSON, where some characters take six. */
function clip(text: string, room: number): string {
  const whole = text.slice(0, room + 1).toWellFormed();
  if (whole.length <= room && written(whole) <= room) return whole;
  let cut = '';
  let taken = 1;
  for (const letter of whole) {
    taken += written(letter);
    if (taken > room) break;
    cut += letter;
  }
  return `${cut}…`;
}

const written = (text: string) => JSON.stringify(text).length - 2;
