import { measure } from './letters.ts';

/** Width and type size of a text, in pixels. */
export interface Setting {
  readonly width: number;
  readonly size: number;
  readonly bold?: boolean;
}

/** Breaks a text into lines that fit; a word that is wider than a line is broken with a hyphen. */
export function wrap(text: string, setting: Setting): string[] {
  const fits = (line: string) => measure(line, setting.size, setting.bold) <= setting.width;
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text)) {
    if (fits((line + piece).trimEnd())) {
      line += piece;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    line = piece;
    while (!fits(line.trimEnd())) {
      let length = line.length - 1;
      while (length > 1 && !fits(`${line.slice(0, length)}-`)) length--;
      lines.push(`${line.slice(0, length)}-`);
      line = line.slice(length);
    }
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

/** Words with the blank behind them; «данных/государственная» may also break after its slash or hyphen. */
const piecesOf = (text: string): string[] =>
  text
    .trim()
    .split(/(?<=\s)|(?<=\S[/-])(?=\S)/u)
    .filter((piece) => piece !== '');

/**
 * The text in at most this many lines: whole if it fits, else without the parts in brackets, else as many whole sentences
 * as fit, else cut after a word with "…".
 */
export function shorten(text: string, lines: number, setting: Setting): string[] {
  const plain = text.trim().replaceAll(/\s+/g, ' ');
  const bare = plain.replaceAll(/\s*\([^()]*\)/g, '');
  const sentences = bare.split(/(?<=[^№\d]\.)\s+/);
  const shorter = sentences.map((_, left) => sentences.slice(0, sentences.length - left).join(' '));
  const [whole] = [plain, ...shorter].map((each) => wrap(each, setting)).filter(({ length }) => length <= lines);
  // If whole sentences leave much room empty, a cut text says more.
  if (whole && (whole.length >= lines - 1 || wrap(bare, setting).length <= lines)) return whole;
  const words = bare.split(' ');
  while (words.length > 1) {
    words.pop();
    const cut = wrap(`${words.join(' ').replace(/[\s,;:.]+$/, '')}…`, setting);
    if (cut.length <= lines) return cut;
  }
  return wrap(bare, setting).slice(0, lines);
}
