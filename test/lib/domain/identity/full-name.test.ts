import { describe, expect, it } from '@jest/globals';
import description from '../../../../lib/adapters/http/openapi.json' with { type: 'json' };
import { FullName } from '../../../../lib/domain/identity/full-name.ts';

describe('a name as the identity card has it', () => {
  it.each(['Әубәкірова Гүлнәр', "О'Коннор Анна-Мария", 'Ким', 'Müller Jörg', 'Раҳмонов Ҷамшед', 'Ли В. Ч.'])(
    '%s',
    (name) => {
      expect(FullName.parse(name)).toBe(name);
    },
  );

  it('is normalised to one form of its letters', () => {
    expect(FullName.parse(' Андреи\u0306 ')).toBe('Андрей');
  });

  it('is taken as it is pasted, with other dashes and spaces', () => {
    expect(FullName.parse('О\u2019Коннор\u00a0 Анна\u2013Мария\u202f')).toBe('О\u2019Коннор Анна-Мария');
  });

  it.each(['А', '', '  ', '2Pac', 'Иванов\nПётр', 'Иванов <b>', '北京', '-Иванов', 'И'.repeat(151)])(
    'not %j',
    (name) => {
      expect(FullName.safeParse(name).success).toBe(false);
    },
  );
});

it.each(['Ивaнов Иван', 'Иванов Пeтр', 'Oмаров', 'Ivanoв', "О'Connor", 'Ким-Лu'])(
  'mixes two alphabets in a word: %s',
  (name) => {
    const { error } = FullName.safeParse(name);
    expect(error?.issues).toMatchObject([{ code: 'custom', params: { rule: 'name-mixed' } }]);
  },
);

it('of two words in two alphabets is a name', () => {
  expect(FullName.parse('Müller Андрей')).toBe('Müller Андрей');
});

it('patterns of the description mean the same in every language: no classes of Unicode', () => {
  expect(JSON.stringify(description)).not.toMatch(/\\\\[pP]\{/);
});
