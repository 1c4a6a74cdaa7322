import type { DecidedRequest, Request } from '../../../../lib/domain/request/request.ts';
import { close, createOutput, deliverOutput, formOutput, openWork } from '../../../../lib/domain/request/rows/rows.ts';
import { runOf } from '../../../../lib/domain/request/run.ts';
import { claim, decide, signOutput } from '../../../../lib/domain/request/work/officer.ts';
import { after, at, must, serik, signed } from './example.ts';

/** Of the refusals of the first and the second run. */
export const numbers = ['SK-UC-2026-000123-77CNM07Z-K', 'SK-UC-2026-000123-04106105-L'] as const;

/** Refuses the request in its present run, and issues the signed refusal. */
export function refuseAgain(request: Request, minute: number): Request {
  const run = runOf(request);
  const work = (from: Request, row: string, task: 'decide' | 'sign') =>
    must(
      claim(
        openWork(from, at(row, minute), { task, by: 'mio', dueAt: after(minute + 9).toISOString(), token: row + run }),
        serik,
        after(minute),
      ),
    );
  const decision = { outcome: 'refused', at: after(minute).toISOString(), by: serik, ground: 'g', text: 't' } as const;
  const decided = must(decide(work(request, '06-mio-decide', 'decide'), decision, serik, after(minute)));
  const formed = formOutput(decided, at('07-form', minute), numbers[run] ?? `N-${run}`);
  const file = { key: 'pdf', sha256: 'cd'.repeat(32), size: 1 };
  const { signature } = (signed() as DecidedRequest).output!;
  const waiting = work(createOutput(formed, at('11-create', minute), file), '12-is-mio-sign', 'sign');
  const done = must(signOutput(waiting, signature!, serik, after(minute)));
  const delivered = deliverOutput(done, at('14-portal-deliver-output', minute), 'portal', undefined);
  return close(delivered, at('close-request', minute));
}
