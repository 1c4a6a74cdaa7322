import { describe, expect, it } from '@jest/globals';
import type { Channel } from '../../../../lib/domain/regulation/regulation.ts';
import { readRegulations } from '../../../../statemachines/read.ts';
import { describeCount, documentsAtHand, extract, isZero, lettersOf, plus, squeeze, type Count } from './source.ts';

const { regulations } = readRegulations();
if (!documentsAtHand) console.log('The decrees are not at hand: comparing tables and words with them is skipped.');
const compare = documentsAtHand ? it : it.skip;

/** The left column of every block of a table, as the decrees print it. */
const column = [
  '№ действия (хода, потока работ)',
  'Наименование действия (процесса, процедуры, операции) и их описание',
  'Форма завершения (данные, документ, организационно-распорядительное решение)',
  'Номер следующего действия',
].map(lettersOf);
/** Words of the left column that differ between the decrees' tables and blocks. */
const variants = [
  ['Наименование СФЕ', 'Наименование СФЕ, ИС', 'Наименование структурно-функциональных единиц'],
  ['Сроки исполнения', 'Сроки исполнение'],
  ['', 'Действия основного процесса (хода, потока работ)'],
  // Zhambyl's table 2: "Наименование действий (процесс, …)", "структуро-функциональных".
  ['процесса действия н', 'процесс действий н', 'процесс действий'],
].map((words) => words.map(lettersOf));

const tables = regulations.flatMap(({ regulation }) =>
  regulation.channels.flatMap((channel) =>
    channel.table && regulation.extract
      ? [{ name: `${regulation.id} ${channel.channel}`, file: regulation.extract.file, channel }]
      : [],
  ),
);

describe('a transcribed table', () => {
  it('names its place in the document, in every channel', () => {
    expect(tables).toHaveLength(38);
  });

  compare.each(tables)('$name has letter for letter what the decree has', ({ file, channel }) => {
    const { from, to, artefact = '' } = channel.table!;
    const source = extract(file, from, to);
    const title = /^\s*Таблица \d\. Описание.*(?:\n *через.*)?$/mu.exec(source)?.[0] ?? '';
    const rest = plus(plus(lettersOf(source), lettersOf(`${title} ${artefact}`), -1), cellsOf(channel), -1);
    const left = bestRest(rest);
    expect(describeCount(left)).toBe('');
  });

  compare.each(tables)('$name has the terms and numbers that the decree has', ({ file, channel }) => {
    const { from, to } = channel.table!;
    const source = squeeze(extract(file, from, to));
    for (const { term, added } of channel.actions)
      if (!added) for (const digits of term.text.match(/\d+/g) ?? []) expect(source).toContain(digits);
  });
});

describe('the comparison', () => {
  compare('finds a single letter too many or too few in any table', () => {
    const [letter] = [lettersOf('ж')];
    for (const { file, channel } of tables) {
      const { from, to, artefact = '' } = channel.table!;
      const source = extract(file, from, to);
      const title = /^\s*Таблица \d\. Описание.*(?:\n *через.*)?$/mu.exec(source)?.[0] ?? '';
      const rest = plus(plus(lettersOf(source), lettersOf(`${title} ${artefact}`), -1), cellsOf(channel), -1);
      expect(isZero(bestRest(plus(rest, letter)))).toBe(false);
    }
  });
});

const cellsOf = ({ actions }: Channel): Count =>
  lettersOf(
    actions
      .filter(({ added }) => !added)
      .flatMap(({ actorName, name, completion, term, next }) => [
        actorName,
        name,
        completion,
        term.text,
        ...next.map((way) => way.if ?? ''),
      ])
      .join(' '),
  );

/** Removes the left column, block by block, in the wording that leaves the least. */
function bestRest(rest: Count): Count {
  let best = rest;
  const weight = (count: Count) => count.reduce((sum, value) => sum + Math.abs(value), 0);
  for (let blocks = 1; blocks <= 5; blocks += 1) {
    const bare = column.reduce((count, words) => plus(count, words, -blocks), rest);
    for (const left of wordings(bare, blocks, 0)) {
      if (isZero(left)) return left;
      if (weight(left) < weight(best)) best = left;
    }
  }
  return best;
}

/** Each block has one of the variants of each kind; the order of blocks does not matter. */
function* wordings(rest: Count, blocks: number, kind: number): Generator<Count> {
  const choices = variants[kind];
  if (!choices) {
    yield rest;
    return;
  }
  if (kind === 3) {
    const [usual, ...typos] = choices;
    yield rest;
    for (const typo of typos) for (const other of typos) yield plus(plus(plus(rest, usual!, 2), typo, -1), other, -1);
    return;
  }
  for (const taken of shares(choices.length, blocks))
    yield* wordings(
      taken.reduce((count, times, index) => plus(count, choices[index]!, -times), rest),
      blocks,
      kind + 1,
    );
}

/** All ways to distribute blocks among choices. */
function* shares(choices: number, blocks: number): Generator<number[]> {
  if (choices === 1) {
    yield [blocks];
    return;
  }
  for (let first = blocks; first >= 0; first -= 1)
    for (const others of shares(choices - 1, blocks - first)) yield [first, ...others];
}

describe('a transcribed text', () => {
  compare.each(
    regulations.flatMap(({ regulation: { id, extract: place, ...regulation } }) =>
      place ? [{ name: id, place, regulation }] : [],
    ),
  )('$name uses no word that its decree lacks', ({ place, regulation }) => {
    const { channels, documents, refusal, questionnaire, receipts, requirements } = regulation;
    const source = squeeze(extract(place.file, place.from, place.to)).replaceAll(/\n/g, '');
    const texts = [
      ...channels.flatMap(({ steps, uses = [] }) => [
        ...steps.map(({ text }) => text),
        ...uses.flatMap(({ columns }) => columns.flatMap(({ cells }) => cells)),
      ]),
      ...(documents?.items ?? []).map(({ text }) => text),
      ...(refusal?.items ?? []),
      ...(requirements?.items ?? []),
      ...(receipts ?? []).map(({ text }) => text),
      ...(questionnaire?.items ?? []).flatMap(({ question, answers }) => [question, ...answers].map(({ ru }) => ru)),
      ...(['offices', 'centres', 'akims'] as const).flatMap((name) =>
        (regulation[name]?.items ?? []).flatMap(({ name, address, phones, email = '' }) => [
          name,
          address,
          ...phones,
          email,
        ]),
      ),
    ];
    const unknown = texts
      .flatMap((text) => text.toLowerCase().split(/[^а-яёa-z0-9]+/))
      .filter((word) => word.length > 2 && !source.includes(word));
    expect([...new Set(unknown)]).toEqual([]);
  });
});
