import { strFromU8, unzipSync } from 'fflate';

interface Cell {
  readonly text: string;
  /** `s` is a shared string, `str` the result of a formula. */
  readonly type: string | undefined;
  readonly hasFormula: boolean;
}

const unescape = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

/** The cells that the first sheet of an .xlsx has, row by row, as ECMA-376 part 1, 18.3.1.4 and 18.4.9 write them. */
export function readSheet(file: Uint8Array): readonly (readonly Cell[])[] {
  const parts = unzipSync(file);
  const part = (name: string) => strFromU8(parts[name]!);
  const shared = [...part('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, item = '']) =>
    unescape(item.replaceAll(/<[^>]*>/g, '')),
  );
  return [...part('xl/worksheets/sheet1.xml').matchAll(/<row\b[^>]*>(.*?)<\/row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, attributes = '', content = '']) => {
      const type = /\bt="(\w+)"/.exec(attributes)?.[1];
      const value = /<v>(.*?)<\/v>/s.exec(content)?.[1] ?? '';
      return {
        type,
        hasFormula: content.includes('<f'),
        text: type === 's' ? (shared[Number(value)] ?? '') : unescape(value),
      };
    }),
  );
}
