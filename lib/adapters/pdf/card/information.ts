import { pageWords, writeMoment } from '../../../card/page-words.ts';
import { toPrintable } from '../../../domain/output/printable.ts';
import { decorate, heightOf, ink, write, type Kit, type Section } from '../sheet.ts';
import { area, room, say, type Place } from './area.ts';
import type { Card } from './card.ts';
import { tabulate } from './table.ts';

/** Where the lines of the contents are written once the pages are known. */
export interface Contents {
  readonly section: Section;
  readonly page: number;
  readonly y: number;
}

const LINE = 15;

/** The information block. The specification says what must stand in it. */
export function writeInformation(place: Place, card: Card, parts: number): Contents {
  const { kit } = place;
  const words = pageWords[card.language];
  const { document, signatures, system } = card;
  say(place, 'H1', words.card);
  // The specification gives these words in Russian alone.
  if (card.language !== 'ru') say({ ...place, language: 'ru' }, 'P', pageWords.ru.card, { align: 'center' });
  kit.y += 6;
  tabulate(
    place,
    [
      [words.document, document.title],
      ...(document.description === undefined ? [] : [[words.description, document.description]]),
      [words.madeAt, writeMoment(card.madeAt)],
      [words.system, system.name],
    ],
    [0.32, 0.68],
  );
  kit.y += 10;
  warn(place, words.warning);
  say(place, 'H2', words.contents);
  room(kit, parts * LINE);
  const contents = { section: kit.struct('Sect'), page: lastPage(kit), y: kit.y };
  place.into.add(contents.section);
  kit.y += parts * LINE + 8;
  say(place, 'H2', words.attachments);
  tabulate(
    place,
    [
      ['1', document.fileName, `${document.octets.length} ${words.octets}`, words.original],
      ...signatures.map(({ fileName, octets, facts, madeAt }, no) => [
        `${no + 2}`,
        fileName,
        `${octets.length} ${words.octets}`,
        words.signatureBy(
          facts.map(({ identity }) => identity.commonName ?? words.absent).join(', '),
          writeMoment(madeAt),
        ),
      ]),
    ],
    [0.06, 0.42, 0.15, 0.37],
  );
  kit.y += 10;
  for (const [title, text] of [
    [words.checkedTitle, words.checked],
    [words.whatTitle, words.what],
    [words.originalTitle, words.originalIs],
    [words.howTitle, system.checkUrl === undefined ? words.howAnywhere : words.how(system.checkUrl)],
  ] as const) {
    say(place, 'H2', title);
    say(place, 'P', text);
    kit.y += 5;
  }
  return contents;
}

/** The pages are not protected: this stands in a frame. */
function warn({ kit, into, language }: Place, text: string) {
  const style = { x: area.x + 8, width: area.width - 16, size: 9.5, bold: true } as const;
  const height = heightOf(kit, text, style) + 14;
  room(kit, height);
  decorate(kit, () => kit.rect(area.x, kit.y, area.width, height).lineWidth(1).strokeColor(ink.rule).stroke());
  const below = kit.y + height + 10;
  kit.y += 7;
  write(kit, into, 'P', text, language, style);
  kit.y = below;
}

/** Each part of the card and the page where it begins. */
export function writeContents(
  { kit, language }: Place,
  { section, page, y }: Contents,
  parts: readonly (readonly [title: string, page: number])[],
) {
  const words = pageWords[language];
  kit.switchToPage(page);
  for (const [no, [title, at]] of parts.entries()) {
    const line = kit.struct('P');
    section.add(line);
    kit.y = y + no * LINE;
    write(kit, line, 'Span', toPrintable(title), language, { x: area.x, width: area.width * 0.8, size: 9.5 });
    kit.y = y + no * LINE;
    const right = { x: area.x + area.width * 0.8, width: area.width * 0.2, size: 9.5, align: 'right' } as const;
    write(kit, line, 'Span', words.page(at + 1), language, right);
  }
}

export function lastPage(kit: Kit): number {
  const { start, count } = kit.bufferedPageRange();
  return start + count - 1;
}
