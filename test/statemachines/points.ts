/** A point of the general part of a regulation, before its appendices, and how many numbered items it has. */
export interface Numbered {
  readonly no: number;
  readonly items: number;
  readonly text: string;
}

/** The extraction spaces the letters of a line that it stretches: "П р и л о ж е н и е  1". */
const appendix = /^\s*П\s?р\s?и\s?л\s?о\s?ж\s?е\s?н\s?и\s?е(?:\s|\d|$)/u;
/** Chapters are numbered, too, and begin no point. */
const chapter = /^\s*\d\. ?(?:Общие|Основные|Порядок деятельности|Описание порядка|Требования к|Ответственность)/u;
const point = /^\s*(?<no>\d+)\. ?(?<text>\p{L}.*)$/u;
const item = /^\s*(?:- )?\d+ ?\)/u;
const footnote = /^\s*Сноска/u;
/** Mangystau's decree No 63 goes on with point 7 after point 5. */
const MOST_SKIPPED = 1;

/** The points in their order. Their numbers ascend, which tells them from a number that begins a line by chance. */
export function numbersOf(text: string): Numbered[] {
  const lines = text.replaceAll('\f', '').split('\n');
  const first = lines.findIndex((line) => chapter.test(line));
  const found: { no: number; items: number; text: string }[] = [];
  let isFootnote = false;
  for (const line of lines.slice(first)) {
    if (appendix.test(line)) break;
    const { no, text: words = '' } = chapter.test(line) ? {} : (point.exec(line)?.groups ?? {});
    const last = found.at(-1);
    const step = Number(no) - (last?.no ?? 0);
    if (
      step === 1 ||
      (step === 1 + MOST_SKIPPED && !lines.some((other) => other.trim().startsWith(`${Number(no) - 1}. `)))
    ) {
      found.push({ no: Number(no), items: 0, text: words });
      isFootnote = false;
      continue;
    }
    if (item.test(line)) isFootnote = false;
    if (footnote.test(line)) isFootnote = true;
    if (!last || isFootnote || chapter.test(line)) continue;
    if (item.test(line)) last.items += 1;
    last.text += line;
  }
  return found;
}

/** The words of `п. 5`, or of the decree's preamble, which is before its regulations. */
export function textsOf(decree: string, regulation: string): (source: string) => string {
  const points = new Map(numbersOf(regulation).map(({ no, text }) => [`п. ${no}`, text]));
  const preamble = /В соответствии[\s\S]*?П\s?О\s?С\s?Т\s?А\s?Н\s?О\s?В\s?Л\s?Я\s?Е\s?Т/u.exec(decree)?.[0] ?? '';
  return (source) => (source === 'преамбула постановления' ? preamble : (points.get(source) ?? ''));
}
