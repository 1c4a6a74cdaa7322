import { describe, expect, it } from '@jest/globals';
import { drawSvg, type Mark } from '../../../../lib/domain/diagram/svg.ts';
import { every } from './every.ts';

const [first] = every;
const diagram = first!.diagram;
const marks = new Map<number, Mark>([
  [1, 'done'],
  [2, 'current'],
  [3, 'overdue'],
]);

describe('the picture', () => {
  it('is one document that runs and loads nothing', () => {
    for (const each of every) {
      const svg = drawSvg(each.diagram, { language: 'ru' });
      expect(svg).not.toMatch(/<script|<image|<foreignObject|href=|url\(|\son\w+=/i);
      expect(svg.match(/https?:[^"]+/g)).toEqual(['http://www.w3.org/2000/svg']);
    }
  });

  it('has a legend only when rows are marked', () => {
    expect(drawSvg(diagram, { language: 'ru' })).not.toContain('просрочено');
    const marked = drawSvg(diagram, { language: 'ru', marks });
    for (const word of ['выполнено', 'выполняется', 'просрочено']) expect(marked).toContain(`>${word}</tspan>`);
  });

  it('is in Kazakh where the words are ours, with Kazakh letters', () => {
    const svg = drawSvg(diagram, { language: 'kk', marks });
    for (const word of ['орындалды', 'орындалуда', 'мерзімі өтті', 'ЭЦҚ']) expect(svg).toContain(word);
    expect(svg).toContain('lang="kk"');
  });

  it('gives a mark in words, too, for people who see no colours or hear the page', () => {
    expect(drawSvg(diagram, { language: 'ru', marks })).toMatch(/<title>просрочено/);
  });

  it('escapes what the data says', () => {
    const odd = { ...diagram, title: { ru: '<script>&"', kk: '-' } };
    expect(drawSvg(odd, { language: 'ru' })).not.toContain('<script');
  });
});
