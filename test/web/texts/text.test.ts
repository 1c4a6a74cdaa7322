import { describe, expect, it } from '@jest/globals';
import { fill, type Texts } from '../../../web/texts/text.ts';

const { minutes, plain } = {
  minutes: { kk: '{n} минут', ru: ['{n} минута', '{n} минуты', '{n} минут'] },
  plain: { kk: '{who}, {n}', ru: '{n}, {who}' },
} as const satisfies Texts;

describe('a text', () => {
  it.each([
    [0, '0 минут'],
    [1, '1 минута'],
    [2, '2 минуты'],
    [4, '4 минуты'],
    [5, '5 минут'],
    [11, '11 минут'],
    [12, '12 минут'],
    [14, '14 минут'],
    [21, '21 минута'],
    [22, '22 минуты'],
    [25, '25 минут'],
    [111, '111 минут'],
    [121, '121 минута'],
  ])('inflects the Russian word after %i', (n, said) => {
    expect(fill(minutes, 'ru', { n })).toBe(said);
  });

  it('leaves the Kazakh word as it is', () => {
    expect([1, 2, 5].map((n) => fill(minutes, 'kk', { n }))).toEqual(['1 минут', '2 минут', '5 минут']);
  });

  it('is filled by name, and keeps a placeholder without a value', () => {
    expect(fill(plain, 'kk', { n: 2, who: 'Азамат' })).toBe('Азамат, 2');
    expect(fill(plain, 'ru', { n: 2 })).toBe('2, {who}');
  });

  it('is not filled twice', () => {
    expect(fill(plain, 'kk', { who: '{n}', n: 2 })).toBe('{n}, 2');
  });
});
