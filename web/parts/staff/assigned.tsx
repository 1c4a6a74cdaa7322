import { Notice, useText, useWhen, type Answer } from '../../kit.ts';
import { orderTexts } from '../../texts/order-work.ts';

/** What the head did with a piece of work last, and why. */
export function Assigned({ assigned }: { readonly assigned: NonNullable<Answer<'GET /work/{id}'>['assigned']> }) {
  const t = useText();
  const when = useWhen();
  const { by, at, ground, to, from } = assigned;
  const facts = { by, ground, when: when(at) };
  return (
    <Notice kind="information">
      {to === undefined ? t(orderTexts.recalledBy, facts) : t(orderTexts.givenBy, { ...facts, to })}{' '}
      {from !== undefined && t(orderTexts.hadBefore, { name: from })}
    </Notice>
  );
}
