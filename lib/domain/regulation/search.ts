/** Lower case, «ё» as «е», what is neither letter nor digit as a blank: how people's words and the texts are compared. */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * Whether every word asked for begins a word of the texts, in whatever language they are. An ending more or less is no
 * hindrance to whoever leaves it out: "справ" finds «справка» and «справок».
 */
export function searchFor(words: string): (...texts: readonly string[]) => boolean {
  const wanted = plain(words).split(' ');
  return (...texts) => {
    const text = ` ${plain(texts.join(' '))}`;
    return wanted.every((word) => text.includes(` ${word}`));
  };
}
