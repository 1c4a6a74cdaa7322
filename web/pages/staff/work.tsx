import { lazy, Loaded, Notice, useAnswer, useText, type PageProps } from '../../kit.ts';
import type { WorkDeskProps } from '../../later/work-desk.tsx';
import { Desk } from '../../parts/staff/desk.tsx';
import { queueTexts, workTexts } from '../../texts/queue.ts';

const WorkDesk = lazy<WorkDeskProps>('later/work-desk');

/** One piece of work: the application beside the task, and the way to the next one. */
export default function Work({ params }: PageProps) {
  const t = useText();
  const id = params['id']!;
  const found = useAnswer('GET /work/{id}', { params: { id } });
  const crumbs = [{ href: '/app/work', text: t(queueTexts.queue) }];
  if (found.value) return <WorkDesk found={found.value} crumbs={crumbs} reload={found.reload} />;
  const isGone = found.problem?.problem === 'work/unknown';
  return (
    <Desk title={t(workTexts.work)} crumbs={crumbs}>
      {isGone ? (
        <>
          <Notice kind="information">{t(workTexts.gone)}</Notice>
          <p class="buttons">
            <a class="button" href="/app/work">
              {t(workTexts.toQueue)}
            </a>
          </p>
        </>
      ) : (
        <Loaded from={found}>{() => null}</Loaded>
      )}
    </Desk>
  );
}
