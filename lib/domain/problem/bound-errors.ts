import type { Language } from '../language/bilingual.ts';
import { fieldText } from './field-text.ts';
import type { FieldError } from './problem.ts';

/** The largest number of field errors in one answer, and of characters of JSON in one error, its sentence apart. */
export const ERRORS = 20;
export const ERROR_CHARACTERS = 300;

/** Characters for the parts that the client sent; `expected` gets the rest. */
const ROOM = { field: 80, rule: 40, given: 64 } as const;

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
    errors: errors.slice(0, ERRORS).map((error) => ({ ...boundError(error), text: fieldText(error, language) })),
    ...(more > 0 && { moreErrors: more }),
  };
}

function boundError({ field, rule, expected, given }: FieldError): Omit<FieldError, 'bounds'> {
  const bound = {
    field: clip(field, ROOM.field),
    rule: clip(rule, ROOM.rule),
    expected: '',
    ...(given !== undefined && { given: clip(given, ROOM.given) }),
  };
  return { ...bound, expected: clip(expected, ERROR_CHARACTERS - JSON.stringify(bound).length) };
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
