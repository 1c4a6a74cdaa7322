import type { Role } from '../../../lib/domain/access/roles.ts';
import { untilLook } from '../../../lib/domain/request/until-look.ts';
import type { Asked } from './asked.ts';
import { call, goTo, isProblem, session, type Answer, type Problem } from '../../kit.ts';

export type Line = Answer<'GET /work'>['work'][number];

/** Milliseconds between the first two requests while the machine continues, and how many requests: five seconds. */
const AGAIN = 400;
const LOOKS = 5;
/** How many lines of one's own, and how many free ones, are looked through for the next work. */
const LOOKED_AT = 100;

export const isFree = ({ claimedBy }: Line) => claimedBy === undefined;
export const isMine = ({ claimedBy }: Line) => claimedBy?.mine === true;

/** Work is urgent for this many milliseconds before its due time. */
const NEAR = 3_600_000;
export const isNear = ({ overdue, dueAt }: Line, now: Date) => !overdue && Date.parse(dueAt) - now.getTime() <= NEAR;

/** Milliseconds for which the server leaves overdue work with the colleague who claimed it (`PUT /work/{id}/claim`). */
const CLAIM_HOLDS = 24 * 3_600_000;

/**
 * Whether the work may be taken over from a colleague: by the head, or when it is overdue and the claim is a day old.
 */
export const mayTakeOver = ({ claimedBy, overdue }: Line, role: Role | undefined, now: Date) =>
  claimedBy?.mine === false &&
  (role === 'mio-head' || (overdue && now.getTime() - Date.parse(claimedBy.at) > CLAIM_HOLDS));

/** Claims a piece of work and opens it. */
export async function takeWork(id: string): Promise<Problem | undefined> {
  const taken = await call('PUT /work/{id}/claim', { params: { id } });
  if (isProblem(taken)) return taken;
  goTo(`/app/work/${id}`);
  return undefined;
}

/** How many free lines are tried when colleagues are quicker. */
const TRIED = 5;

/**
 * Claims the free work that is due first among what is asked for, and opens it. Undefined if it is open; `none` if nothing is
 * free there.
 */
export async function takeNext({ service, task, channel }: Asked): Promise<Problem | 'none' | undefined> {
  const found = await call('GET /work', { query: { limit: TRIED, who: 'nobody', service, task, channel } });
  if (isProblem(found)) return found;
  let refused: Problem | undefined;
  for (const { id } of found.work) {
    refused = await takeWork(id);
    if (!refused) return undefined;
  }
  return refused ?? 'none';
}

/** A head sees the officers' queue, too; only the tasks of heads open by themselves. */
const headTasks: readonly Line['task'][] = ['assign', 'approve', 'sign'];

/** Whether work may open by itself. A head's claim would take it from the colleague who has it. */
export const mayOpenNext = (line: Line, role: Role | undefined) =>
  isMine(line) || (isFree(line) && (role !== 'mio-head' || headTasks.includes(line.task)));

/**
 * After a task is done, opens the next task of the same request, if it soon comes to the same queue; otherwise the next
 * work that is the employee's own or free, by due time; otherwise the queue. If the employee has gone to another page
 * meanwhile, nothing opens.
 */
export async function goOnAfter({ id, row }: Pick<Line, 'id' | 'row'>): Promise<void> {
  const here = location.pathname;
  const role = session.get()?.role;
  const isGone = () => location.pathname !== here;
  for (let look = 0; look < LOOKS; look += 1) {
    const request = await call('GET /requests/{id}', { params: { id } });
    if (isGone()) return;
    if (!isProblem(request) && (request.closedAt !== undefined || request.state === 'queued')) break;
    const found = await call('GET /work/{id}', { params: { id } });
    if (isGone()) return;
    const isNext = !isProblem(found) && found.work.row !== row;
    if (isNext && !mayOpenNext(found.work, role)) break;
    if (isNext && !(await takeWork(id))) return;
    await new Promise((resolve) => setTimeout(resolve, untilLook(look, AGAIN)));
  }
  const found = await Promise.all(
    (['me', 'nobody'] as const).map((who) => call('GET /work', { query: { limit: LOOKED_AT, who } })),
  );
  const lines = found
    .flatMap((page) => (isProblem(page) ? [] : page.work))
    .toSorted((one, other) => one.dueAt.localeCompare(other.dueAt));
  for (const line of lines.filter((each) => mayOpenNext(each, role))) {
    if (isGone()) return;
    if (!(await takeWork(line.id))) return;
  }
  if (!isGone()) goTo('/app/work');
}
