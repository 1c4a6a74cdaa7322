const blanks = /\{(\w+)\}/g;

/** The names that stand in a sentence as `{name}`. */
export const namesIn = (sentence: string): readonly string[] =>
  Array.from(sentence.matchAll(blanks), ([, name = '']) => name);

/** The sentence with what each name stands for. */
export const fillIn = (sentence: string, find: (name: string) => string): string =>
  sentence.replaceAll(blanks, (_, name: string) => find(name));
