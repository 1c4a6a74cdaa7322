import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The extracted decrees, which are beside the repository and not part of it. */
const folder = join(import.meta.dirname, '../../../../../shared/seeds');
export const documentsAtHand = existsSync(folder);

const documents = new Map<string, readonly string[]>();

/** Lines of an extracted document, counted from 1, both ends included. */
export function extract(file: string, from: number, to: number): string {
  const lines = documents.get(file) ?? readFileSync(join(folder, file), 'utf8').split('\n');
  documents.set(file, lines);
  return lines.slice(from - 1, to).join('\n');
}

const alphabet = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя';
export type Count = readonly number[];

/**
 * How often each letter occurs. The extraction cuts words, spaces letters and mixes the cells of a table line by line,
 * but it neither loses nor adds letters; so two readings of one table have the same count.
 */
export function lettersOf(text: string): Count {
  const count = Array.from(alphabet, () => 0);
  for (const letter of text.toLowerCase()) {
    const at = alphabet.indexOf(letter);
    if (at >= 0) count[at] = (count[at] ?? 0) + 1;
  }
  return count;
}

export const plus = (one: Count, other: Count, times = 1): Count =>
  one.map((value, index) => value + times * (other[index] ?? 0));
export const isZero = (count: Count): boolean => count.every((value) => value === 0);

/** Every extra or missing letter, for the message. */
export const describeCount = (count: Count): string =>
  count.flatMap((value, index) => (value === 0 ? [] : [`${alphabet[index]}${value > 0 ? '+' : ''}${value}`])).join(' ');

/** Only letters and digits, to look up words that the extraction has cut. */
export const squeeze = (text: string): string => text.toLowerCase().replaceAll(/[^а-яёa-z0-9]/g, '');
