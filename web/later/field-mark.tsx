import { useText, useWhen, type Answer } from '../kit.ts';
import { registerTexts } from '../texts/register-data.ts';

export interface FieldMarkProps {
  readonly data: NonNullable<Answer<'GET /requests/{id}'>['registerData']>;
  readonly field: string;
  /** What stands in the form now, if it can be changed here: it may differ from what was saved. */
  readonly isChanged?: boolean;
}

const why = { found: registerTexts.notTold, absent: registerTexts.unknown, silent: registerTexts.noAnswer } as const;

/** Where a field's value is from: a register and when, or by hand and by whom. */
export default function FieldMark({ data: { marks, enteredBy }, field, isChanged = false }: FieldMarkProps) {
  const t = useText();
  const when = useWhen();
  const mark = marks[field];
  if (!mark || isChanged) return null;
  const name = t(mark.name);
  if (mark.entered === 'register')
    return <p class="small source">{t(registerTexts.from, { name, at: when(mark.at) })}</p>;
  const who = [t(enteredBy.roleText), enteredBy.office].filter(Boolean).join(', ');
  return (
    <p class="small source">
      <strong>{t(registerTexts.byHand)}</strong>:{' '}
      {t(mark.differs ? registerTexts.differs : why[mark.outcome], { name })}
      {'; '}
      {t(registerTexts.who, { who })}
    </p>
  );
}
