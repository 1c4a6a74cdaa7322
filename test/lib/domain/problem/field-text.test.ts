import { readFileSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { fieldErrors } from '../../../../lib/adapters/http/field-errors.ts';
import { expectations } from '../../../../lib/domain/identity/iin.ts';
import { fieldText, fieldTexts } from '../../../../lib/domain/problem/field-text.ts';

const root = join(import.meta.dirname, '../../../..');
const sources = globSync('{functions,lib/domain,lib/adapters}/**/*.ts', { cwd: root })
  .map((path) => readFileSync(join(root, path), 'utf8'))
  .filter((text) => /\bFieldError\b|params: \{ rule/.test(text));

describe('a rule that a field can break', () => {
  const named = sources.flatMap((text) =>
    [...text.matchAll(/(?:\brule: |\bbroken\()'([\w-]+)'/g)].map(([, rule]) => rule!),
  );
  it('is found in the sources', () => {
    expect(named.length).toBeGreaterThan(15);
  });

  it.each([...new Set([...named, ...Object.keys(expectations), 'password-has-iin', 'password-too-even'])].toSorted())(
    '%s has its sentence in both languages',
    (rule) => {
      expect(Object.keys(fieldTexts)).toContain(rule);
      for (const language of ['kk', 'ru'] as const)
        expect(fieldText({ rule }, language)).toMatch(/^[А-ЯӘӨҮІҰҚҒҢҺ].*\.$/u);
    },
  );
});

it("a contract's refusal names its numbers", () => {
  const schema = z.strictObject({ name: z.string().min(3).max(5), limit: z.int().max(100) });
  const said = (input: object, language: 'kk' | 'ru') =>
    fieldErrors(schema.safeParse(input).error!, '', input).map((error) => fieldText(error, language));
  expect(said({ name: 'ab', limit: 101 }, 'ru')).toEqual([
    'Слишком мало: нужно не меньше 3.',
    'Слишком много: нужно не больше 100.',
  ]);
  expect(said({ limit: 1, extra: 1 }, 'kk')).toEqual(['Осы өрісті толтырыңыз.', 'Мұндай өріс жоқ.']);
});

it('for an unknown rule the text says to check the field', () => {
  for (const rule of ['new-rule', 'constructor']) expect(fieldText({ rule }, 'ru')).toBe('Проверьте это поле.');
});
