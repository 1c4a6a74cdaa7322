import { Notice, useText } from '../../kit.ts';
import { orderTexts } from '../../texts/order-work.ts';
import type { Ordered } from './count-ordered.ts';

/** What came of the last order, one by one where something was not done. */
export function OrderedNotice({ result: { n, isMine, name, refused } }: { readonly result: Ordered }) {
  const t = useText();
  return (
    <Notice kind={refused.length > 0 ? 'warning' : 'success'} role="status">
      {n > 0 && (
        <p>
          {isMine
            ? t(orderTexts.taken, { n })
            : name === undefined
              ? t(orderTexts.recalled, { n })
              : t(orderTexts.given, { n, name })}
        </p>
      )}
      {refused.length > 0 && (
        <>
          <p>{t(orderTexts.notDone)}</p>
          <ul>
            {refused.map(({ number, title }) => (
              <li key={number}>
                {number}: {title}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
