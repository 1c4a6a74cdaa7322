import { call, isProblem, Loaded, ProblemNotice, useAnswer, useState, useText, useWhen, type Problem } from '../kit.ts';
import type { OfferedPostProps } from './offered-post.tsx';
import { ownTexts } from '../texts/people.ts';

/** Where one is signed in; each but this one can be ended. And until when one may sign for the head. */
export default function OwnSessions({ account: { mandate } }: OfferedPostProps) {
  const t = useText();
  const when = useWhen();
  const found = useAnswer('GET /account/sessions');
  const [problem, setProblem] = useState<Problem>();
  const end = async (session: string) => {
    const ended = await call('DELETE /account/sessions/{session}', { params: { session } });
    setProblem(isProblem(ended) ? ended : undefined);
    found.reload();
  };
  return (
    <section id="sessions">
      {mandate && <p>{t(ownTexts.mandate, { when: when(mandate.until) })}</p>}
      <h2>{t(ownTexts.sessions)}</h2>
      {problem && <ProblemNotice problem={problem} />}
      <Loaded from={found}>
        {({ sessions }) => (
          <ul class="rows">
            {sessions.map(({ id, startedAt, method, cabinet, current }) => (
              <li key={id}>
                {t(ownTexts.line, { when: when(startedAt), how: t(ownTexts[method]) })}
                {cabinet && <> · {t(ownTexts.cabinet)}</>}{' '}
                {current ? (
                  <strong>{t(ownTexts.current)}</strong>
                ) : (
                  <button type="button" class="link" onClick={() => void end(id)}>
                    {t(ownTexts.end)}
                    <span class="unseen"> {when(startedAt)}</span>
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}
