import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Told } from './judge.ts';

/** `hung`: the tests did not end, which is noticed too. */
export type Outcome = 'killed' | 'hung' | 'survived' | 'unreached' | 'loaded';

/** Seconds without a word after which a process is taken to hang; loading makes keys and may take longer. */
const patience = 20;
const patienceForLoading = 180;

/** The outcome of every mutant, by id. The ids are shared out among processes, each of which goes on after one that hung. */
export async function judgeAll(
  count: number,
  tests: readonly string[],
  outdir: string,
  workers: number,
  say: (line: string) => void,
): Promise<ReadonlyMap<number, Outcome>> {
  const outcomes = new Map<number, Outcome>();
  const share = Math.ceil(count / workers);
  const shares = Array.from({ length: workers }, (_, place) => [place * share, Math.min(count, (place + 1) * share)]);
  const work = shares.map(async ([from = 0, to = 0]) => {
    for (let next = from; next < to;) next = await judgeSome(next, to);
  });
  await Promise.all(work);
  return outcomes;

  /** Answers the first id that was not judged. */
  function judgeSome(from: number, to: number): Promise<number> {
    return new Promise((resolve, reject) => {
      const args = [outdir, String(from), String(to), ...tests];
      const child = fork(join(import.meta.dirname, 'judge.ts'), args, {
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      let trying: number | undefined;
      let watchdog = setTimeout(() => child.kill('SIGKILL'), patienceForLoading * 1000);
      child.on('message', (told: Told) => {
        clearTimeout(watchdog);
        watchdog = setTimeout(() => child.kill('SIGKILL'), patience * 1000);
        if (told.kind === 'ready') return say(`${told.tests} tests take ${told.milliseconds} ms`);
        if (told.kind === 'broken') return say(`left out, for it fails without a mutant: ${told.test}: ${told.why}`);
        if (told.kind === 'trying') return void (trying = told.id);
        outcomes.set(told.id, told.kind);
        trying = undefined;
        if (outcomes.size % 100 === 0) say(`${outcomes.size} of ${count}`);
      });
      child.once('exit', (code) => {
        clearTimeout(watchdog);
        if (code === 0) return resolve(to);
        if (trying === undefined) return reject(new Error(`the tests could not be loaded (${code ?? 'killed'})`));
        outcomes.set(trying, 'hung');
        resolve(trying + 1);
      });
    });
  }
}
