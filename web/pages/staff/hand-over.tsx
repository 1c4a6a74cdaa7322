import type { PageProps } from '../../kit.ts';
import { WorkList } from '../../parts/staff/work-list.tsx';
import { queueTexts } from '../../texts/queue.ts';

/** What is ready and waits for the visitor who comes for it. */
export default function HandOver({ query }: PageProps) {
  return (
    <WorkList
      path="/app/hand-over"
      title={queueTexts.ready}
      belongs={({ task }) => task === 'hand-over'}
      empty={queueTexts.noneReady}
      query={query}
    />
  );
}
