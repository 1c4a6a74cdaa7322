import type { FieldError } from '../../domain/problem/problem.ts';
import { pointerTo } from './pointer.ts';

/** Control characters except tab and line breaks, U+FFFD, halves of surrogate pairs. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const odd = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd\p{Cs}]/u;

/**
 * Lists each value and each field name with characters that are not allowed. Gateways replace bytes that are not UTF-8 by
 * U+FFFD; if we accepted it, we would store another word than was typed.
 */
export function checkCharacters(value: unknown, prefix: string, path: readonly PropertyKey[] = []): FieldError[] {
  if (typeof value === 'string') return findOdd(value, pointerTo(prefix, path));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const at = [...path, name];
    return [...findOdd(name, pointerTo(prefix, at)), ...checkCharacters(inner, prefix, at)];
  });
}

function findOdd(text: string, field: string): FieldError[] {
  const [found] = odd.exec(text) ?? [];
  if (found === undefined) return [];
  if (found === '\ufffd') return [{ field, rule: 'utf-8', expected: 'text in UTF-8; U+FFFD stands for other bytes' }];
  if (!found.isWellFormed()) return [{ field, rule: 'surrogate', expected: 'both halves of a surrogate pair' }];
  return [{ field, rule: 'control-character', expected: 'no control characters but tab and line breaks' }];
}
