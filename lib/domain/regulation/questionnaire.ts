import * as z from 'zod';
import { Bilingual } from './bilingual.ts';

/** What the regulations' questionnaire measures: «качество» and «доступность». */
export const indicators = ['quality', 'accessibility'] as const;
export type Indicator = (typeof indicators)[number];

/** A question about one indicator. An answer is named by its position from 1; `satisfied` is the position that counts for it. */
export const Question = z
  .strictObject({
    measures: z.enum(indicators),
    question: Bilingual,
    answers: z.array(Bilingual).min(2).max(20),
    satisfied: z.int().positive(),
  })
  .refine(({ answers, satisfied }) => satisfied <= answers.length, {
    path: ['satisfied'],
    error: 'is none of the answers',
  });

/** «Форма анкеты для определения показателей»: one question for each indicator. */
export const Questions = z
  .array(Question)
  .length(indicators.length)
  .refine((questions) => new Set(questions.map(({ measures }) => measures)).size === questions.length, {
    error: 'one question for each indicator',
  });
