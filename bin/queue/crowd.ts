import { setTimeout as wait } from 'node:timers/promises';
import { placeOf } from '../../lib/adapters/dynamo/place-of.ts';
import type { RequestTable } from '../../lib/adapters/dynamo/requests.ts';
import { chance } from '../../lib/local/chance.ts';
import { changeRequest } from '../../lib/domain/request/change.ts';
import { leaveByWord } from '../../lib/domain/request/queue/leave.ts';
import { offerPlace } from '../../lib/domain/request/queue/queue.ts';
import type { Request } from '../../lib/domain/request/request.ts';
import type { Units } from './count-units.ts';
import { queue, sortAt, sortOf, waiting } from './fill.ts';

/** Who joins, leaves and is offered a place at once, for how many changes, and from how many children on the last is compared. */
const [WRITERS, CHANGES, COMPARED] = [4, 400, 200];
const sha = 'ab'.repeat(32);
export const signed = (at: string) => ({
  ...{ at, by: 'bench', signerIin: '000000000000', contentSha256: sha, cmsSha256: sha },
  ...{ contentKey: 'content', cmsKey: 'cms', reportKey: 'report', evidenceKey: 'evidence' },
});

/** A full queue, whose children have numbers. */
export interface Crowd {
  readonly requests: RequestTable;
  readonly count: number;
  readonly days: number;
  /** Units since the last time. */
  readonly take: () => Units;
}

/**
 * Children join and leave and are offered places, and others ask for their place meanwhile. Then nobody moves, and places and pages are compared with
 * the sorted list of all keys.
 *
 * @returns how many were asked, the most calls that a place took, the median in milliseconds, and what was wrong
 */
export async function askWhileOthersMove({ requests, count, days, take }: Crowd) {
  const random = chance(count);
  const left = new Set<number>();
  let joined = 0;
  const moves = [
    async () => void (await requests.add(waiting(count + (joined += 1), count, days))),
    async (index: number, at: string) => {
      await change(index, (request) => leaveByWord(request, signed(at)));
      left.add(index);
    },
    async (index: number, at: string) => {
      const offer = { id: `offer-${index}`, organisation: 'Bench', keptFrom: '2027-01-11', by: 'bench', dueAt: at };
      await change(index, (request) => offerPlace(request, offer, new Date(Date.parse(at) - 1)));
    },
  ];
  async function change(index: number, how: (request: Request) => Request | { readonly refused: unknown }) {
    const { id } = waiting(index, count, days);
    await changeRequest(requests, id, (request) => how(request) as Request);
  }
  const writer = async (no: number) => {
    for (let i = no; i < CHANGES; i += WRITERS)
      await moves[i % moves.length]!(Math.floor(random() * count), new Date().toISOString());
  };
  const state = { isMoving: true };
  const moving = Promise.all(Array.from({ length: WRITERS }, (_, no) => writer(no))).finally(
    () => (state.isMoving = false),
  );
  const times: number[] = [];
  while (state.isMoving) {
    const one = await requests.find(waiting(Math.floor(random() * count), count, days).id);
    if (one?.state !== 'queued') continue;
    const from = performance.now();
    await placeOf(one, requests);
    times.push(performance.now() - from);
    await wait(1);
  }
  await moving;
  return {
    asked: times.length,
    median: times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0,
    joined,
    left: left.size,
    ...(await compareAll()),
  };

  /** With a list of everybody who is still there, in order. */
  async function compareAll() {
    const sorts = [...Array.from({ length: count + joined + 1 }, (_, i) => i)]
      .filter((index) => index !== count && !left.has(index))
      .map((index) => sortAt(index, count, days))
      .toSorted();
    let wrong = 0;
    let most = 0;
    for (let i = 0; i < COMPARED; i += 1) {
      const index = i === 0 ? sorts.length - 1 : Math.floor(random() * sorts.length);
      const id = sorts[index]!.split('#').at(-1)!;
      const request = await requests.find(id);
      take();
      const place = request && (await placeOf(request, requests));
      most = Math.max(most, take().calls);
      if (place?.position !== index + 1 || place.of !== sorts.length) wrong += 1;
      const page = await requests.listQueueAt(queue, index + 1, 20);
      most = Math.max(most, take().calls - 1);
      if (page.requests.map(sortOf).join() !== sorts.slice(index, index + 20).join()) wrong += 1;
    }
    return { compared: COMPARED, wrong, most };
  }
}
