import type { FieldError } from './problem.ts';

/** Field errors that one answer names, and characters of JSON that one of them takes. */
export const ERRORS = 20;
export const ERROR_CHARACTERS = 300;

/** Characters of the parts that a client chose; what was expected gets the rest. */
const ROOM = { field: 80, rule: 40, given: 64 } as const;

interface BoundErrors {
  readonly errors: readonly FieldError[];
  /** How many there are beside these. */
  readonly moreErrors?: number;
}

/** A small answer whatever was sent: the first errors, each cut, and how many more there are. */
export function boundErrors(errors: readonly FieldError[]): BoundErrors {
  const more = errors.length - ERRORS;
  return { errors: errors.slice(0, ERRORS).map(boundError), ...(more > 0 && { moreErrors: more }) };
}

function boundError({ field, rule, expected, given }: FieldError): FieldError {
  const bound = {
    field: clip(field, ROOM.field),
    rule: clip(rule, ROOM.rule),
    expected: '',
    ...(given !== undefined && { given: clip(given, ROOM.given) }),
  };
  return { ...bound, expected: clip(expected, ERROR_CHARACTERS - JSON.stringify(bound).length) };
}

/** As much of a text as takes `room` characters in JSON, where some take six. */
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
