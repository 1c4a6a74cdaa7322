import type { PageProps } from '../../kit.ts';
import { WorkList } from '../../parts/staff/work-list.tsx';
import { queueTexts } from '../../texts/queue.ts';

/** The office's queue by due time; overdue work comes first. */
export default function Queue({ query }: PageProps) {
  return (
    <WorkList path="/app/work" title={queueTexts.queue} belongs={() => true} empty={queueTexts.empty} query={query} />
  );
}
