import { inflateSync } from 'node:zlib';

/**
 * The text of each page as a viewer would copy it, by the file's own ToUnicode maps: a second, simple reading (ISO
 * 32000-1 9.10) of what pdfkit writes, so that the tests need no other program.
 *
 * @param between what stands between drawn lines
 */
export function readPdfText(bytes: Uint8Array, between = ' '): string[] {
  const file = Buffer.from(bytes).toString('latin1');
  const objects = new Map(
    [...file.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id, body]) => [Number(id), body!]),
  );
  const streamOf = (id: number): string => {
    const [, head, data] = /^([\s\S]*?)stream\n([\s\S]*)\nendstream$/.exec(objects.get(id) ?? '') ?? [];
    if (data === undefined) return '';
    const raw = Buffer.from(data, 'latin1');
    return (head!.includes('/FlateDecode') ? inflateSync(raw) : raw).toString('latin1');
  };
  const reference = (body: string, key: string) => Number(new RegExp(`/${key} (\\d+) 0 R`).exec(body)?.[1]);
  return [...objects.values()]
    .filter((body) => /\/Type \/Page\n/.test(body))
    .map((page) => {
      const resources = objects.get(reference(page, 'Resources')) ?? '';
      const maps = new Map(
        [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => [
          name!,
          readMap(streamOf(reference(objects.get(Number(id)) ?? '', 'ToUnicode'))),
        ]),
      );
      return readContent(streamOf(reference(page, 'Contents')), maps, between);
    });
}

type Glyphs = ReadonlyMap<string, string>;

/** pdfkit writes `beginbfrange` rows of `<first> <last> [<utf16> …]`. */
function readMap(cmap: string): Glyphs {
  const glyphs = new Map<string, string>();
  for (const [, first, , list] of cmap.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/g))
    for (const [index, [, utf16]] of [...list!.matchAll(/<([0-9a-f ]*)>/g)].entries())
      glyphs.set(
        (Number.parseInt(first!, 16) + index).toString(16).padStart(4, '0'),
        Buffer.from(utf16!.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
      );
  return glyphs;
}

function readContent(content: string, maps: ReadonlyMap<string, Glyphs>, between: string): string {
  let glyphs: Glyphs | undefined;
  let text = '';
  for (const [, font, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font) glyphs = maps.get(font);
    else {
      for (const [, hex] of shown!.matchAll(/<([0-9a-f]*)>/g))
        for (const [glyph] of hex!.matchAll(/.{4}/g)) text += glyphs?.get(glyph) ?? '\ufffd';
      text += between;
    }
  }
  return text.replaceAll('\u2011', '-').replaceAll('\u00a0', ' ');
}
