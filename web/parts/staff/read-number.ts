/** Cyrillic letters that replace Latin ones of the same shape. */
const alike: Readonly<Record<string, string>> = {
  ...{ А: 'A', В: 'B', С: 'C', Е: 'E', Н: 'H', К: 'K', М: 'M', О: 'O', Р: 'P', Т: 'T', Х: 'X', У: 'Y' },
};

/**
 * The number of a request as people type it from a paper: small letters, Cyrillic ones, blanks, dashes of any length,
 * an O among the digits.
 */
export function readNumber(typed: string): string {
  const plain = typed
    .toUpperCase()
    .replaceAll(/\s+/g, '')
    .replaceAll(/[‐-―−]/g, '-')
    .replaceAll(/[А-Я]/g, (letter) => alike[letter] ?? letter);
  // The year and the count consist only of digits.
  return plain.replace(/[\dO]{4}-[\dO]+$/, (digits) => digits.replaceAll('O', '0'));
}
