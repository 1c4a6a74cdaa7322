import { useSession, type PageProps } from '../../kit.ts';
import { WorkList } from '../../parts/staff/work-list.tsx';
import { endedTexts } from '../../texts/ended-work.ts';
import { queueTexts } from '../../texts/queue.ts';

/** The office's queue by due time; overdue work comes first. */
export default function Queue({ query }: PageProps) {
  const role = useSession()?.role;
  // Only offices have a list of what they finished (`GET /ended-work`).
  const isOffice = role === 'mio-officer' || role === 'mio-head';
  const more = isOffice ? { href: '/app/ended', text: endedTexts.title } : undefined;
  return <WorkList path="/app/work" title={queueTexts.queue} empty={queueTexts.empty} more={more} query={query} />;
}
