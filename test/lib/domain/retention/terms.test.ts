import { expect, it } from '@jest/globals';
import { terms, type Term } from '../../../../lib/domain/retention/terms.ts';

const all: readonly (readonly [string, Term])[] = Object.entries(terms);

it.each(all)('%s has a term, a ground in both languages, and something that carries it out', (_, term) => {
  for (const text of [term.what, term.from, term.ground])
    for (const language of ['kk', 'ru'] as const) expect(text[language].trim()).not.toBe('');
  expect(term.days === undefined).toBe(term.by === 'nobody');
  if (term.days !== undefined) expect(Number.isInteger(term.days) && term.days > 0).toBe(true);
});
