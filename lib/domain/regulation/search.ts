/** Kazakh letters as people type them on a keyboard that has none, and what looks like one. */
const typed: Readonly<Record<string, string>> = {
  ...{ ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и', i: 'и', ё: 'е', й: 'и' },
};

/** The form in which words are compared: lower case, letters as they are typed, a blank for anything but letters and digits. */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[әғқңөұүһіiёй]/g, (letter) => typed[letter] ?? letter)
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
