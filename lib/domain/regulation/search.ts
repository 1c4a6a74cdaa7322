/** The form in which words are compared: lower case, «ё» as «е», a blank for anything but letters and digits. */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * Whether every word asked for is the beginning of a word in the texts, in any language. People can leave out endings:
 * "справ" finds «справка» and «справок».
 */
export function searchFor(words: string): (...texts: readonly string[]) => boolean {
  const wanted = plain(words).split(' ');
  return (...texts) => {
    const text = ` ${plain(texts.join(' '))}`;
    return wanted.every((word) => text.includes(` ${word}`));
  };
}
