import type { PageProps } from '../../kit.ts';
import { WorkList } from '../../parts/staff/work-list.tsx';
import { queueTexts } from '../../texts/queue.ts';

/** Documents that are ready for the visitor who collects them. */
export default function HandOver({ query }: PageProps) {
  return (
    <WorkList
      path="/app/hand-over"
      title={queueTexts.ready}
      task="hand-over"
      empty={queueTexts.noneReady}
      late={queueTexts.unclaimed}
      query={query}
    />
  );
}
