import { describe, expect, it } from '@jest/globals';
import { Questions } from '../../../../lib/domain/regulation/questionnaire.ts';

const both = (text: string) => ({ ru: text, kk: text });
const about = (measures: string, satisfied = 2) => ({
  measures,
  question: both('?'),
  answers: [both('нет'), both('да')],
  satisfied,
});
const faultsOf = (questions: readonly unknown[]) =>
  Questions.safeParse(questions).error?.issues.map(({ path, code }) => [path.join('.'), code]);

describe('a questionnaire', () => {
  it('asks about each indicator once, in any order', () => {
    expect(faultsOf([about('accessibility'), about('quality')])).toBeUndefined();
    expect(faultsOf([about('quality'), about('quality')])).toEqual([['', 'custom']]);
    expect(faultsOf([about('quality')])).toHaveLength(1);
    expect(faultsOf([about('quality'), about('speed')])).toHaveLength(1);
  });

  it('counts an answer that it lists', () => {
    for (const satisfied of [0, 3])
      expect(faultsOf([about('quality', satisfied), about('accessibility')])).toMatchObject([
        [expect.stringMatching(/^0\.satisfied/), expect.anything()],
      ]);
  });

  it('has Kazakh and Russian words', () => {
    const { question: _, ...silent } = about('quality');
    expect(faultsOf([{ ...silent, question: { ru: '?' } }, about('accessibility')])).toEqual([
      ['0.question.kk', 'invalid_type'],
    ]);
  });
});
