import { useText, useWhen } from '../kit.ts';
import { accountEvents, accountTexts } from '../texts/account.ts';
import type { OfferedPostProps } from './offered-post.tsx';

/** What has happened to one's account, the latest first. */
export default function OwnEvents({ account: { events = [] } }: OfferedPostProps) {
  const t = useText();
  const when = useWhen();
  if (events.length === 0) return null;
  return (
    <section>
      <h2>{t(accountTexts.events)}</h2>
      <ol class="steps">
        {events.toReversed().map(({ at, code }) => (
          <li key={at + code} class="done">
            <strong>{t(accountEvents[code])}</strong>
            <p class="small">{when(at)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
