import { actions, useAnswer, useText, useWhen } from '../kit.ts';
import { home } from '../texts/home.ts';
import { useServices } from './services.ts';

/** Applications that were begun but not sent, to be continued. */
export function Drafts() {
  const t = useText();
  const when = useWhen();
  const { titleOf } = useServices();
  const { value } = useAnswer('GET /requests', { query: { state: 'draft', limit: 3 } });
  const drafts = value?.requests ?? [];
  return (
    <>
      {drafts.map(({ id, service, createdAt }) => (
        <section key={id} class="card quiet">
          <h2>{t(home.unfinished)}</h2>
          <p>{titleOf(service)}</p>
          <p class="small">{when(createdAt)}</p>
          <a class="button second" href={`/app/requests/${id}/form`}>
            {t(actions.continue)}
          </a>
        </section>
      ))}
    </>
  );
}
