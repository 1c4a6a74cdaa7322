import { call, goTo, isProblem, type Answer, type Problem } from '../../kit.ts';

export type Line = Answer<'GET /work'>['work'][number];

/** Milliseconds between looks while the machine goes on, and how many looks. */
const AGAIN = 400;
const LOOKS = 12;

export const isFree = ({ claimedBy }: Line) => claimedBy === undefined;
export const isMine = ({ claimedBy }: Line) => claimedBy?.mine === true;

/** Takes a piece of work and opens it. */
export async function takeWork(id: string): Promise<Problem | undefined> {
  const taken = await call('PUT /work/{id}/claim', { params: { id } });
  if (isProblem(taken)) return taken;
  goTo(`/app/work/${id}`);
  return undefined;
}

/**
 * After a task is done: the next task of the same request, if it comes to the same queue soon; else the next work that
 * is mine or free, by due time; else the queue.
 */
export async function goOnAfter({ id, row }: Pick<Line, 'id' | 'row'>): Promise<void> {
  for (let look = 0; look < LOOKS; look += 1) {
    const found = await call('GET /work/{id}', { params: { id } });
    if (!isProblem(found) && found.work.row !== row && !(await takeWork(id))) return;
    await new Promise((resolve) => setTimeout(resolve, AGAIN));
  }
  const queue = await call('GET /work', { query: { limit: 100 } });
  const lines = isProblem(queue) ? [] : queue.work;
  for (const line of lines.filter((each) => isMine(each) || isFree(each))) {
    if (!(await takeWork(line.id))) return;
  }
  goTo('/app/work');
}
