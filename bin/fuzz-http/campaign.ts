import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { attacks, type Target } from './attacks.ts';
import { judge } from './judge.ts';
import type { Description } from './operations.ts';
import { send, type Shot } from './send.ts';
import type { Subjects } from './subjects.ts';

export interface CampaignOptions {
  readonly url: string;
  readonly description: Description;
  readonly requests: number;
  readonly seed: number;
  /** Makes new sessions and new objects to ask about, because some requests use them up. */
  readonly renew: () => Promise<Subjects>;
  readonly tell?: (sent: number) => void;
  /** Called once for each kind of wrong answer, with the request that it answered. */
  readonly complain: (fault: string, shot: Shot) => void;
}

export interface CampaignResult {
  readonly sent: number;
  readonly statuses: Readonly<Record<string, number>>;
  /** Milliseconds by operation, in the order in which they were sent. */
  readonly times: ReadonlyMap<string, readonly number[]>;
  /** Kinds of wrong answers. */
  readonly faults: ReadonlySet<string>;
}

/** Requests to one operation before the objects are made again. */
const ROUND = 50;
const TOGETHER = 8;

/** Sends hostile requests to every operation in every role, and judges each answer. */
export async function runCampaign({
  url,
  description,
  requests,
  seed,
  renew,
  tell,
  complain,
}: CampaignOptions): Promise<CampaignResult> {
  const operations = Object.entries(description.paths).flatMap(([pattern, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), pattern, operation })),
  );
  const seedOf = (round: number, pattern: string) => (seed + round * 7919 + crc32(pattern)) % 2 ** 31;
  const [statuses, times, faults] = [new Map<string, number>(), new Map<string, number[]>(), new Set<string>()];
  let sent = 0;

  async function shoot(name: string, shot: Shot) {
    sent += 1;
    const answer = await send(url, shot);
    statuses.set(`${answer.status}`, (statuses.get(`${answer.status}`) ?? 0) + 1);
    const known = times.get(name) ?? [];
    times.set(name, known);
    known.push(answer.milliseconds);
    const fault = judge(answer);
    if (fault === undefined || faults.has(`${name}: ${fault}`)) return;
    faults.add(`${name}: ${fault}`);
    complain(`${name}: ${fault}`, shot);
  }

  const rounds = Math.ceil(requests / (operations.length * ROUND));
  for (let round = 0; round < rounds; round += 1) {
    const subjects = await renew();
    const each = Math.max(1, Math.min(ROUND, Math.ceil((requests - sent) / operations.length)));
    // Operations that delete come last.
    const queue = operations.toSorted(
      (one, other) => Number(one.method === 'DELETE') - Number(other.method === 'DELETE'),
    );
    const work = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const target: Target = { ...next, ...subjects.about(next.method, next.pattern, next.operation) };
        const name = `${next.method} ${next.pattern}`;
        const shots = fc.sample(attacks(description, target), { numRuns: each, seed: seedOf(round, name) });
        for (const shot of shots) if (sent < requests) await shoot(name, shot);
      }
    };
    await Promise.all(Array.from({ length: TOGETHER }, work));
    tell?.(sent);
  }
  return { sent, statuses: Object.fromEntries(statuses), times, faults };
}
