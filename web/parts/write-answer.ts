import { writeDay } from '../../lib/domain/language/dates.ts';
import type { FieldSpec } from '../form/field-spec.ts';
import { actions, type useText } from '../kit.ts';
import { fieldTexts } from '../texts/fields.ts';

/** An answer as people read it; never blank. */
export function writeAnswer(
  { kind, choices = [] }: FieldSpec,
  value: string | undefined,
  t: ReturnType<typeof useText>,
) {
  if (!value) return t(actions.none);
  if (kind === 'day') return writeDay(value, t.language);
  if (kind === 'yes-no') return t(value === 'yes' ? fieldTexts.yes : fieldTexts.no);
  if (kind === 'choice') return choices[Number(value) - 1]?.[t.language] ?? value;
  return value;
}
